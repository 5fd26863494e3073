import { describe, expect, it } from 'vitest';
import { decide } from '../../../domain/decide.ts';
import type { PlainDate } from '../../../domain/plain-date.ts';
import { noDecreaseInFirstMonth, noDecreaseInMonthOfIncrease } from '../../../domain/rules/monthly-decrease.ts';
import { codes, decisionInput, type Given, pendingChange, summary, verdict } from '../decision-input.ts';
import { groupwareAnnual, groupwareMonthly } from '../products/groupware.ts';

const decreasing = (today: PlainDate, given: Given = {}): Given => ({
  of: groupwareMonthly,
  today,
  order: { quantity: 18 },
  ...given,
});

const firstOrdered = (firstOrderDate: PlainDate, today: PlainDate): Given =>
  decreasing(today, { subscription: { firstOrderDate } });

const increased = (lastIncreaseDate: PlainDate | null, today: PlainDate): Given =>
  decreasing(today, { facts: { lastIncreaseDate } });

const suggestedDay = (given: Given) => decide(decisionInput(given)).suggestedOrder?.requestedStartDate;

describe('R14: you cannot decrease the number of users in the month you have placed your first order', () => {
  it.each<{ first: PlainDate; today: PlainDate; expected: string; from?: PlainDate }>([
    { first: '2026-11-10', today: '2026-11-10', expected: 'DECREASE_IN_FIRST_MONTH', from: '2026-12-01' },
    { first: '2026-11-10', today: '2026-11-30', expected: 'DECREASE_IN_FIRST_MONTH', from: '2026-12-01' },
    { first: '2026-11-10', today: '2026-12-01', expected: 'passes' },
    { first: '2026-11-01', today: '2026-11-30', expected: 'DECREASE_IN_FIRST_MONTH', from: '2026-12-01' },
    { first: '2026-10-31', today: '2026-11-01', expected: 'passes' },
    { first: '2026-12-31', today: '2026-12-31', expected: 'DECREASE_IN_FIRST_MONTH', from: '2027-01-01' },
    { first: '2028-02-01', today: '2028-02-29', expected: 'DECREASE_IN_FIRST_MONTH', from: '2028-03-01' },
    { first: '2025-11-10', today: '2026-11-10', expected: 'passes' },
  ])('first order on $first, decrease on $today: $expected', ({ first, today, expected, from }) => {
    expect(verdict(noDecreaseInFirstMonth, firstOrdered(first, today))).toBe(expected);
    expect(suggestedDay(firstOrdered(first, today))).toBe(from);
  });

  it.each([
    { quantity: 19, expected: ['DECREASE_IN_FIRST_MONTH'] },
    { quantity: 21, expected: [] },
  ])('a change from 20 to $quantity: $expected', ({ quantity, expected }) => {
    expect(codes({ ...firstOrdered('2026-11-10', '2026-11-10'), order: { quantity } })).toEqual(expected);
  });

  it('an order of today for the first of the next month passes, and holds a month later', () => {
    const order = { quantity: 18, requestedStartDate: '2026-12-01' } as const;
    const decision = decide(decisionInput({ ...firstOrdered('2026-11-10', '2026-11-10'), order }));
    expect(summary(decision)).toBe('accepted from 2027-01-01');
  });
});

describe('R14: you cannot decrease the number of users in the same month you have increased the number of users', () => {
  it.each<{ increase: PlainDate | null; today: PlainDate; expected: string; from?: PlainDate }>([
    { increase: '2026-12-05', today: '2026-12-05', expected: 'DECREASE_IN_MONTH_OF_INCREASE', from: '2027-01-01' },
    { increase: '2026-12-05', today: '2026-12-31', expected: 'DECREASE_IN_MONTH_OF_INCREASE', from: '2027-01-01' },
    { increase: '2026-12-05', today: '2027-01-01', expected: 'passes' },
    { increase: '2026-11-30', today: '2026-12-01', expected: 'passes' },
    { increase: '2025-12-05', today: '2026-12-05', expected: 'passes' },
    { increase: null, today: '2026-12-05', expected: 'passes' },
  ])('increase on $increase, decrease on $today: $expected', ({ increase, today, expected, from }) => {
    expect(verdict(noDecreaseInMonthOfIncrease, increased(increase, today))).toBe(expected);
    expect(suggestedDay(increased(increase, today))).toBe(from);
  });

  it('another increase in that month is possible', () => {
    expect(codes({ ...increased('2026-12-05', '2026-12-06'), order: { quantity: 25 } })).toEqual([]);
  });

  it('an increase that is still pending counts on the day for which the decrease is ordered', () => {
    const given = decreasing('2026-12-01', {
      facts: { pendingChanges: [pendingChange('order-1', '2027-01-05', { quantity: 30 })] },
      order: { quantity: 18, requestedStartDate: '2027-01-20' },
    });
    expect(codes(given)).toEqual(['DECREASE_IN_MONTH_OF_INCREASE']);
  });
});

describe('R14: both in one month', () => {
  const both = decreasing('2026-11-20', {
    subscription: { firstOrderDate: '2026-11-10' },
    facts: { lastIncreaseDate: '2026-11-15' },
  });

  it('gives both reasons and one day', () => {
    expect(codes(both)).toEqual(['DECREASE_IN_FIRST_MONTH', 'DECREASE_IN_MONTH_OF_INCREASE']);
    expect(suggestedDay(both)).toBe('2026-12-01');
  });

  it.each([
    { notInMonthOf: ['firstOrder'], expected: ['DECREASE_IN_FIRST_MONTH'] },
    { notInMonthOf: ['increase'], expected: ['DECREASE_IN_MONTH_OF_INCREASE'] },
    { notInMonthOf: [], expected: [] },
  ] as const)('a policy that names $notInMonthOf: $expected', ({ notInMonthOf, expected }) => {
    expect(codes({ ...both, rules: { monthlyDecrease: { notInMonthOf } } })).toEqual(expected);
  });

  it('does not bind where the policy does not name it', () => {
    expect(codes({ ...both, rules: {} })).toEqual([]);
  });

  it('does not bind an annual service, which has rules of its own', () => {
    const given = { ...both, of: groupwareAnnual };
    expect(verdict(noDecreaseInFirstMonth, given)).toBe('passes');
    expect(verdict(noDecreaseInMonthOfIncrease, given)).toBe('passes');
  });

  it('does not bind options: S4 speaks of users', () => {
    const order = { type: 'changeOptions', options: [{ optionId: 'mail', quantity: 9 }] } as const;
    expect(codes({ ...both, order })).toEqual([]);
  });
});
