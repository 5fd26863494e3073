import { describe, expect, it } from 'vitest';
import { decide } from '../../domain/decide.ts';
import { advance } from '../../domain/world.ts';
import { decisionInput, type Given, pendingChange, ruleInput, summary } from './decision-input.ts';
import { groupwareAnnual, groupwareMonthly } from './products/groupware.ts';
import { worryFree } from './products/worry-free.ts';

const operator = { role: 'operator' } as const;
const verdict = (given: Given) => summary(decide(decisionInput(given)));

/** The same, after somebody has recorded what is due today. */
function recorded(given: Given): Given {
  const { subscription, facts, product, today } = decisionInput(given);
  const { world } = advance({ date: today, subscription, facts }, product, today);
  return { ...given, subscription: world.subscription, facts: world.facts };
}

describe('what is due by today counts as done, recorded or not', () => {
  const due = (quantity: number, effectiveDate: '2026-03-10' | '2026-03-15' | '2026-03-16') => ({
    pendingChanges: [pendingChange('due', effectiveDate, { quantity })],
  });

  it.each<{ what: string; given: Given; expected: string }>([
    {
      what: 'a pending change of today',
      given: {
        of: groupwareMonthly,
        facts: due(18, '2026-03-15'),
        order: { quantity: 18, expectedCurrentQuantity: 20 },
      },
      expected: 'NO_CHANGE',
    },
    {
      what: 'a pending change of an earlier day',
      given: {
        of: groupwareMonthly,
        facts: due(18, '2026-03-10'),
        order: { quantity: 18, expectedCurrentQuantity: 20 },
      },
      expected: 'NO_CHANGE',
    },
    {
      what: 'but not one of tomorrow',
      given: {
        of: groupwareMonthly,
        facts: due(18, '2026-03-16'),
        order: { quantity: 21, expectedCurrentQuantity: 20 },
      },
      expected: 'accepted from 2026-03-15',
    },
    {
      what: 'a suspension that ends today',
      given: {
        of: worryFree,
        subscription: { state: 'suspended', suspendedUntil: '2026-03-15' },
        order: { quantity: 21 },
      },
      expected: 'accepted from 2026-03-15',
    },
    {
      what: 'but not one that ends tomorrow',
      given: {
        of: worryFree,
        subscription: { state: 'suspended', suspendedUntil: '2026-03-16' },
        order: { quantity: 21 },
      },
      expected: 'SUBSCRIPTION_SUSPENDED',
    },
    {
      what: 'an activation of today',
      given: {
        of: worryFree,
        subscription: { state: 'pendingActivation', activation: { mode: 'onDate', date: '2026-03-15' } },
        order: { quantity: 21 },
      },
      expected: 'accepted from 2026-03-15',
    },
    {
      what: 'but not one of tomorrow',
      given: {
        of: worryFree,
        subscription: { state: 'pendingActivation', activation: { mode: 'onDate', date: '2026-03-16' } },
        order: { quantity: 21 },
      },
      expected: 'SUBSCRIPTION_NOT_ACTIVATED',
    },
    {
      what: 'a cancellation of today',
      given: {
        of: groupwareMonthly,
        facts: { pendingChanges: [pendingChange('end', '2026-03-15', { type: 'cancel' })] },
        order: { quantity: 21 },
      },
      expected: 'SUBSCRIPTION_ENDED',
    },
  ])('$what: $expected', ({ given, expected }) => {
    expect(verdict(given)).toBe(expected);
  });

  it.each<{ what: string; given: Given }>([
    { what: 'a change', given: { facts: due(18, '2026-03-15'), order: { quantity: 22, expectedCurrentQuantity: 18 } } },
    { what: 'a renewal', given: { today: '2026-04-01', order: { quantity: 22 } } },
    { what: 'the end of a suspension', given: { subscription: { state: 'suspended', suspendedUntil: '2026-03-12' } } },
  ])('so the effect of an order is the same before and after it is recorded: $what', ({ given }) => {
    const one: Given = { of: groupwareMonthly, facts: operator, order: { quantity: 22 }, ...given };
    expect(ruleInput(one).subscription).toEqual(ruleInput(recorded(one)).subscription);
    expect(ruleInput(one).effectiveDate).toBe(ruleInput(recorded(one)).effectiveDate);
  });
});

describe('the period that a decision is about', () => {
  const periodOf = (given: Given) => ruleInput(given).subscription.servicePeriod.start;

  it('is the present one until its last day, and the next one from the day after it', () => {
    const increase = { order: { quantity: 22 } };
    expect(periodOf({ of: groupwareAnnual, today: '2026-12-31', ...increase })).toBe('2026-01-01');
    expect(periodOf({ of: groupwareAnnual, today: '2027-01-01', ...increase })).toBe('2027-01-01');
  });

  it('is that of the requested day for an order that comes in, and of today when it is decided', () => {
    const order = { quantity: 22, requestedStartDate: '2027-02-01' } as const;
    const given: Given = { of: groupwareAnnual, today: '2026-12-10', order };
    expect(periodOf(given)).toBe('2027-01-01');
    expect(periodOf({ ...given, moment: 'decisionDate' })).toBe('2026-01-01');
    expect(periodOf({ ...given, moment: 'effect' })).toBe('2026-01-01');
  });

  it('is for a late renewal the one that has ended', () => {
    expect(periodOf({ of: groupwareAnnual, today: '2027-01-03', order: { type: 'renew' } })).toBe('2026-01-01');
    expect(verdict({ of: groupwareAnnual, today: '2027-01-03', order: { type: 'renew' } })).toBe(
      'accepted from 2027-01-01',
    );
  });
});
