import { describe, expect, it } from 'vitest';
import { type Setting, settings, terms } from '../../../domain/catalogue.ts';
import { decide } from '../../../domain/decide.ts';
import { changeOf } from '../../../domain/effect.ts';
import type { PlainDate } from '../../../domain/plain-date.ts';
import {
  expirationDateAhead,
  frequencyKeepsTerm,
  frequencyOffered,
  quantityHoldsLicence,
  unitsPerLicenceWithinQuantity,
} from '../../../domain/rules/setting-rules.ts';
import { checked, codes, decisionInput, type Given, type GivenOrder, summary, verdict } from '../decision-input.ts';
import { groupwareAnnual, groupwareMonthly } from '../products/groupware.ts';
import { worryFree } from '../products/worry-free.ts';

const saving = (order: Partial<GivenOrder>, given: Given = {}): Given => ({
  of: worryFree,
  facts: { role: 'partner' },
  order: { type: 'changeServicePlan', ...order } as GivenOrder,
  ...given,
});

// A new setting does not compile until it has an order that changes it.
const each: Record<Setting, Partial<GivenOrder>> = {
  unitsPerLicence: { unitsPerLicence: 5 },
  expirationDate: { expirationDate: '2027-06-30' },
  autoRenewal: { autoRenewal: { enabled: false, frequency: 'annual' } },
  expirationNotificationDays: { expirationNotificationDays: 60 },
  managed: { managed: true },
} as Record<Setting, Partial<GivenOrder>>;

describe('R11: the settings you can modify for an individual customer’s service plan', () => {
  it.each(Object.entries(each))('%s: accepted where the product has it', (_, order) => {
    expect(summary(decide(decisionInput(saving(order))))).toBe('accepted from 2026-03-15');
  });

  it.each(Object.entries(each) as [Setting, Partial<GivenOrder>][])(
    '%s: rejected where the product does not have it',
    (setting, order) => {
      const offered = settings.filter((one) => one !== setting);
      expect(codes(saving(order, { product: { settings: offered } }))).toEqual(['SETTING_NOT_OFFERED']);
    },
  );

  it('are saved together, or not at all', () => {
    const all = Object.assign(
      { planId: 'advanced', options: [{ optionId: 'encryption', quantity: 1 }] },
      ...Object.values(each),
    );
    const { order, subscription, product } = decisionInput(saving(all));
    expect(codes(saving(all))).toEqual([]);
    expect(changeOf(order, { subscription, product, effectiveDate: '2026-03-15' })).toEqual({
      planId: 'advanced',
      skuId: 'advanced-units',
      options: { encryption: 1 },
      unitsPerLicence: 5,
      expirationDate: '2027-06-30',
      servicePeriod: { start: '2026-01-01', end: '2027-06-30' },
      autoRenewal: { enabled: false, frequency: 'annual' },
      expirationNotificationDays: 60,
      managed: true,
    });
    expect(codes(saving({ ...all, unitsPerLicence: 21 }))).toEqual(['UNITS_PER_LICENCE_ABOVE_QUANTITY']);
  });

  it('are applied immediately or on a specified date', () => {
    const later = { managed: true, requestedStartDate: '2026-05-01' } as Partial<GivenOrder>;
    expect(summary(decide(decisionInput(saving(later))))).toBe('accepted from 2026-05-01');
  });
});

describe('R11: units per licence', () => {
  it.each([
    { unitsPerLicence: 1, expected: 'passes' },
    { unitsPerLicence: 20, expected: 'passes' },
    { unitsPerLicence: 21, expected: 'UNITS_PER_LICENCE_ABOVE_QUANTITY' },
  ])('$unitsPerLicence of 20 units: $expected', ({ unitsPerLicence, expected }) => {
    expect(verdict(unitsPerLicenceWithinQuantity, saving({ unitsPerLicence } as Partial<GivenOrder>))).toBe(expected);
  });

  it('offers the quantity', () => {
    const given = saving({ unitsPerLicence: 21 } as Partial<GivenOrder>);
    expect(decide(decisionInput(given)).smallestChange).toEqual({ unitsPerLicence: 20 });
  });

  it.each([
    { quantity: 3, expected: 'UNITS_PER_LICENCE_ABOVE_QUANTITY' },
    { quantity: 4, expected: 'passes' },
  ])('are not more than the $quantity units that a decrease leaves: $expected', ({ quantity, expected }) => {
    expect(verdict(quantityHoldsLicence, { of: worryFree, order: { quantity } })).toBe(expected);
  });
});

describe('R11: the licence expiration date', () => {
  it.each<{ expirationDate: PlainDate; expected: string }>([
    { expirationDate: '2026-03-14', expected: 'EXPIRATION_DATE_PAST' },
    { expirationDate: '2026-03-15', expected: 'passes' },
    { expirationDate: '2027-12-31', expected: 'passes' },
  ])('$expirationDate, on 2026-03-15: $expected', ({ expirationDate, expected }) => {
    expect(verdict(expirationDateAhead, saving({ expirationDate } as Partial<GivenOrder>))).toBe(expected);
  });

  it('is not before the first day of a term that is still to come', () => {
    const stub = { subscription: { servicePeriod: { start: '2026-04-01', end: '2027-03-31' } as const } };
    const order = { expirationDate: '2026-03-20' } as Partial<GivenOrder>;
    expect(checked(expirationDateAhead, saving(order, stub)).failure).toMatchObject({
      code: 'EXPIRATION_DATE_PAST',
      smallestChange: { expirationDate: '2026-04-01' },
    });
  });

  it('can be set to a day until that day', () => {
    const given = saving({ expirationDate: '2026-04-10' } as Partial<GivenOrder>);
    expect(decide(decisionInput(given)).acceptedUntil).toBe('2026-04-10');
  });
});

describe('R11: auto-renewal at the specified frequency', () => {
  it.each(terms)('%s, where the product is sold so', (frequency) => {
    const order = { autoRenewal: { enabled: true, frequency } } as Partial<GivenOrder>;
    expect(verdict(frequencyOffered, saving(order))).toBe('passes');
    const other = terms.filter((term) => term !== frequency);
    expect(verdict(frequencyOffered, saving(order, { product: { terms: other } }))).toBe('FREQUENCY_NOT_OFFERED');
  });
});

describe('R16: renewing at another frequency is no way around the renewal window', () => {
  const offering = { product: { settings: ['autoRenewal'] as const } };
  const renewing = (of: typeof groupwareAnnual, frequency: 'monthly' | 'annual', today: PlainDate): Given => ({
    of,
    today,
    ...offering,
    order: { type: 'changeRenewal', autoRenewal: { enabled: true, frequency } },
  });

  it.each([
    { of: groupwareAnnual, frequency: 'annual', expected: 'passes' },
    { of: groupwareAnnual, frequency: 'monthly', expected: 'FREQUENCY_CHANGES_TERM' },
    { of: groupwareMonthly, frequency: 'monthly', expected: 'passes' },
    { of: groupwareMonthly, frequency: 'annual', expected: 'FREQUENCY_CHANGES_TERM' },
  ] as const)('$of.subscription.term, renewed $frequency: $expected', ({ of, frequency, expected }) => {
    expect(verdict(frequencyKeepsTerm, renewing(of, frequency, '2026-03-15'))).toBe(expected);
  });

  it.each([
    { of: groupwareMonthly, frequency: 'annual', today: '2026-03-15', day: undefined },
    { of: groupwareAnnual, frequency: 'monthly', today: '2026-12-01', day: undefined },
    { of: groupwareAnnual, frequency: 'monthly', today: '2026-11-30', day: '2026-12-01' },
  ] as const)('on $today a change of the term to $frequency is offered instead, for $day', (row) => {
    const { suggestedOrder } = decide(decisionInput(renewing(row.of, row.frequency, row.today)));
    expect(suggestedOrder).toMatchObject({ type: 'changeTerm', term: row.frequency });
    expect(suggestedOrder?.requestedStartDate).toBe(row.day);
  });

  it('does not bind where the policy does not name it', () => {
    const given = renewing(groupwareAnnual, 'monthly', '2026-03-15');
    expect(codes(given)).toEqual(['FREQUENCY_CHANGES_TERM']);
    expect(codes({ ...given, rules: {} })).toEqual([]);
  });
});
