import { describe, expect, it } from 'vitest';
import { decide } from '../../../domain/decide.ts';
import { overlap, unchangedParts, withdraws } from '../../../domain/pending/withdrawal.ts';
import type { PlainDate } from '../../../domain/plain-date.ts';
import type { RequestedChange } from '../../../domain/requested-change.ts';
import { decisionInput, type GivenOrder, pendingChange, summary } from '../decision-input.ts';
import { groupwareAnnual } from '../products/groupware.ts';
import { worryFree } from '../products/worry-free.ts';

describe('an order for a later day meets what is still pending on that day', () => {
  const pending = pendingChange('fewer', '2027-01-01', { quantity: 18 }, '2026-12-10');
  const decided = (requestedStartDate: PlainDate, today: PlainDate = '2026-12-10') =>
    decide(
      decisionInput({
        of: groupwareAnnual,
        today,
        facts: { pendingChanges: [pending] },
        order: { quantity: 25, expectedCurrentQuantity: 20, requestedStartDate },
      }),
    );

  it.each<PlainDate>(['2027-01-01', '2027-02-01'])(
    'so what has taken effect by %s is neither replaced nor lost',
    (date) => {
      const decision = decided(date);
      expect(summary(decision)).toBe(`accepted from ${date}`);
      expect(decision.pendingChanges).toMatchObject([{ orderId: 'fewer', outcome: 'keep' }]);
    },
  );

  it.each<PlainDate>(['2027-01-01', '2027-01-02'])('also when it is due and nobody has recorded it by %s', (today) => {
    const decision = decided(today, today);
    expect(summary(decision)).toBe(`accepted from ${today}`);
    expect(decision.pendingChanges).toMatchObject([{ orderId: 'fewer', outcome: 'keep' }]);
  });
});

const options = (...quantities: [string, number][]) =>
  quantities.map(([optionId, quantity]) => ({ optionId, quantity }));
const subscription = { ...worryFree.subscription, options: { mobile: 3, encryption: 1 } };

describe('U2: an order that asks for the present state', () => {
  it.each<{ what: string; requested: RequestedChange; unchanged: string[] }>([
    {
      what: 'of all options',
      requested: { options: options(['mobile', 3], ['encryption', 1]) },
      unchanged: ['options'],
    },
    { what: 'of one of two options', requested: { options: options(['mobile', 3], ['encryption', 0]) }, unchanged: [] },
    {
      what: 'of the renewal',
      requested: { autoRenewal: { enabled: true, frequency: 'annual' } },
      unchanged: ['autoRenewal'],
    },
    {
      what: 'of the renewal, but of its frequency',
      requested: { autoRenewal: { enabled: true, frequency: 'monthly' } },
      unchanged: [],
    },
    {
      what: 'of the quantity, and another plan',
      requested: { quantity: 20, planId: 'suite' },
      unchanged: ['quantity'],
    },
  ])('$what', ({ requested, unchanged }) => {
    expect(unchangedParts(requested, subscription)).toEqual(unchanged);
  });

  it.each<{ what: string; requested: RequestedChange; pending: RequestedChange; expected: boolean }>([
    { what: 'the pending part', requested: { quantity: 20 }, pending: { quantity: 18 }, expected: true },
    { what: 'another part', requested: { managed: false }, pending: { quantity: 18 }, expected: false },
    {
      what: 'one of two pending parts',
      requested: { quantity: 20 },
      pending: { quantity: 18, managed: true },
      expected: false,
    },
    {
      what: 'more than is pending',
      requested: { unitsPerLicence: 4, managed: false },
      pending: { managed: true },
      expected: true,
    },
    {
      what: 'one of two pending options',
      requested: { options: options(['mobile', 3]) },
      pending: { options: options(['mobile', 2], ['encryption', 0]) },
      expected: false,
    },
    {
      what: 'the pending option, beside another one',
      requested: { options: options(['encryption', 1], ['mobile', 3]) },
      pending: { options: options(['mobile', 2]) },
      expected: true,
    },
    {
      what: 'the pending option at another total',
      requested: { options: options(['mobile', 4]) },
      pending: { options: options(['mobile', 2]) },
      expected: false,
    },
    {
      what: 'no option at all',
      requested: { quantity: 20 },
      pending: { options: options(['mobile', 2]) },
      expected: false,
    },
    { what: 'of what has no parts', requested: { quantity: 20 }, pending: {}, expected: false },
  ])('takes back what is pending, or not: $what: $expected', ({ requested, pending, expected }) => {
    expect(withdraws(requested, pending, subscription)).toBe(expected);
  });
});

describe('two requests overlap', () => {
  it.each<{ a: RequestedChange; b: RequestedChange; expected: boolean }>([
    { a: { quantity: 1 }, b: { quantity: 2 }, expected: true },
    { a: { quantity: 1 }, b: { managed: true }, expected: false },
    { a: { quantity: 1, managed: true }, b: { managed: false }, expected: true },
    { a: { options: options(['mobile', 1]) }, b: { options: options(['encryption', 1]) }, expected: false },
    {
      a: { options: options(['mobile', 1]) },
      b: { options: options(['mobile', 2], ['encryption', 1]) },
      expected: true,
    },
    {
      a: { options: options(['mobile', 1], ['encryption', 1]) },
      b: { options: options(['encryption', 0]) },
      expected: true,
    },
    { a: { options: options(['mobile', 1]) }, b: { quantity: 2 }, expected: false },
    { a: { quantity: 2 }, b: { options: options(['mobile', 1]) }, expected: false },
  ])('$a, $b: $expected', ({ a, b, expected }) => {
    expect(overlap(a, b)).toBe(expected);
  });
});

describe('of several parts of a pending change', () => {
  it('the one that is contradicted decides, wherever it stands', () => {
    const pending = pendingChange(
      'plan-and-more',
      '2026-03-20',
      { type: 'changeServicePlan', planId: 'suite', managed: true },
      '2026-03-10',
    );
    const given = (order: GivenOrder) =>
      decide(decisionInput({ of: worryFree, facts: { role: 'partner', pendingChanges: [pending] }, order }));
    const otherPlan = { type: 'changeServicePlan', planId: 'advanced', requestedStartDate: '2026-03-18' } as const;
    expect(given(otherPlan).pendingChanges).toMatchObject([{ outcome: 'keep' }]);
    const rules = { timing: { annual: { increase: 'nextPeriod' } } } as const;
    const later = decide(
      decisionInput({
        of: worryFree,
        rules,
        facts: { role: 'partner', pendingChanges: [pending] },
        order: { ...otherPlan, requestedStartDate: undefined, options: [{ optionId: 'mobile', quantity: 1 }] },
      }),
    );
    expect(summary(later)).toBe('SUPERSEDE_REQUIRED');
  });
});
