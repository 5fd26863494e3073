import { describe, expect, it } from 'vitest';
import { preview, type Reversibility, type Survival } from '../../domain/preview.ts';
import { decisionInput, type Given, type GivenOrder } from './decision-input.ts';
import { endpoint } from './products/endpoint.ts';
import { groupwareAnnual, groupwareMonthly } from './products/groupware.ts';
import { worryFree } from './products/worry-free.ts';

const survival = (given: Given) => preview(decisionInput(given)).survival;

describe('R23: the activation code is unchanged by a change of seats, and survives stop and reactivation', () => {
  const operator = { facts: { role: 'operator' } } as const;
  const code = { of: endpoint, ...operator };

  it.each<{ what: string; given: Given; expected: Survival['activationCode'] }>([
    { what: 'more seats', given: { ...code, order: { quantity: 30 } }, expected: 'unchanged' },
    { what: 'fewer seats', given: { ...code, order: { quantity: 18 } }, expected: 'unchanged' },
    { what: 'a suspension', given: { ...code, order: { type: 'suspend' } }, expected: 'unchanged' },
    {
      what: 'activating it again',
      given: { ...code, subscription: { state: 'suspended' }, order: { type: 'activate' } },
      expected: 'unchanged',
    },
    { what: 'a cancellation', given: { ...code, order: { type: 'cancel' } }, expected: 'ends' },
    {
      what: 'a product that has none',
      given: { of: worryFree, ...operator, order: { quantity: 30 } },
      expected: 'none',
    },
  ])('$what: $expected', ({ given, expected }) => {
    expect(survival(given)?.activationCode).toBe(expected);
  });
});

describe('R12: a change of plan keeps the vendor’s account, with the agents that report to it', () => {
  it.each<{ what: string; order: GivenOrder; expected: Survival['vendorAccount'] }>([
    { what: 'another plan', order: { type: 'changeServicePlan', planId: 'advanced' }, expected: 'kept' },
    { what: 'another total', order: { quantity: 30 }, expected: 'kept' },
    { what: 'a cancellation', order: { type: 'cancel' }, expected: 'ends' },
  ])('$what: $expected', ({ order, expected }) => {
    expect(survival({ of: worryFree, facts: { role: 'partner' }, order })?.vendorAccount).toBe(expected);
  });

  it('says which options are lost', () => {
    const options = [{ optionId: 'encryption', quantity: 0 }];
    const subscription = { planId: 'advanced', skuId: 'advanced-units', options: { encryption: 1, mobile: 3 } };
    const order = { type: 'changeServicePlan', planId: 'standard', options } as const;
    expect(survival({ of: worryFree, facts: { role: 'partner' }, subscription, order })?.optionsLost).toEqual([
      'encryption',
    ]);
  });
});

describe('R6: units in use beyond the new total are counted', () => {
  it.each([
    { quantity: 18, without: 0 },
    { quantity: 17, without: 0 },
    { quantity: 15, without: 2 },
  ])('$quantity seats where 17 are in use: $without', ({ quantity, without }) => {
    const rules = { skuQuantityRange: {} };
    expect(survival({ of: endpoint, rules, order: { quantity } })?.unitsWithoutLicence).toBe(without);
  });
});

describe('whether an order can be brought back', () => {
  it.each<{ what: string; given: Given; expected: Partial<Reversibility> }>([
    {
      what: 'what holds later can be withdrawn until the day before',
      given: { of: groupwareMonthly, order: { quantity: 18 } },
      expected: { by: 'withdraw', from: '2026-03-15', until: '2026-03-31' },
    },
    {
      what: 'R14: an increase by the month is reversed from the next month on',
      given: { of: groupwareMonthly, order: { quantity: 25 } },
      expected: { by: 'reverse', from: '2026-04-01' },
    },
    {
      what: 'R18: an increase by the year is reversed in the renewal window',
      given: { of: groupwareAnnual, order: { quantity: 25 } },
      expected: { by: 'reverse', from: '2026-12-01' },
    },
    {
      what: 'without such rules, at once',
      given: { of: endpoint, order: { quantity: 30 } },
      expected: { by: 'reverse', from: '2026-03-15', until: null },
    },
    {
      what: 'an end at once cannot be reversed',
      given: { of: endpoint, order: { type: 'cancel' } },
      expected: { by: 'none', from: null, until: null },
    },
  ])('$what', ({ given, expected }) => {
    expect(preview(decisionInput(given)).reversibility).toMatchObject(expected);
  });

  it('of a rejected order nothing is foretold', () => {
    expect(preview(decisionInput({ order: { quantity: 5 } }))).toMatchObject({
      decision: { outcome: 'rejected' },
      after: null,
      survival: null,
      reversibility: null,
    });
  });
});
