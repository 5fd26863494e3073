import { describe, expect, it } from 'vitest';
import { decide } from '../../domain/decide.ts';
import type { BillingPeriod } from '../../domain/facts.ts';
import type { PendingChange } from '../../domain/pending/pending-change.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { advance } from '../../domain/world.ts';
import { decisionInput, type Given, type GivenOrder, pendingChange, summary } from './decision-input.ts';
import { groupwareAnnual, groupwareMonthly } from './products/groupware.ts';

const options = (mail: number): GivenOrder => ({
  type: 'changeOptions',
  options: [{ optionId: 'mail', quantity: mail }],
});
const annual = (today: PlainDate, order: GivenOrder, facts: Given['facts'] = {}): Given => ({
  of: groupwareAnnual,
  today,
  order,
  facts,
});
const on = (given: Given): string => summary(decide(decisionInput(given)));

describe('R14, R15, R16: S4, for monthly service, at any time', () => {
  const paid: BillingPeriod[] = [{ month: '2026-03', billedOn: '2026-03-01', paidOn: '2026-03-02' }];

  it.each<{ what: string; order: GivenOrder; today: PlainDate; expected: string }>([
    {
      what: 'increasing the users',
      order: { quantity: 25 },
      today: '2026-03-01',
      expected: 'accepted from 2026-03-01',
    },
    {
      what: 'increasing the users',
      order: { quantity: 25 },
      today: '2026-03-31',
      expected: 'accepted from 2026-03-31',
    },
    {
      what: 'decreasing the users',
      order: { quantity: 18 },
      today: '2026-03-01',
      expected: 'accepted from 2026-04-01',
    },
    {
      what: 'decreasing the users',
      order: { quantity: 18 },
      today: '2026-03-31',
      expected: 'accepted from 2026-04-01',
    },
    { what: 'increasing an option', order: options(12), today: '2026-03-15', expected: 'accepted from 2026-03-15' },
    { what: 'decreasing an option', order: options(8), today: '2026-03-15', expected: 'accepted from 2026-04-01' },
    {
      what: 'changing to annual service',
      order: { type: 'changeTerm', term: 'annual' },
      today: '2026-03-15',
      expected: 'accepted from 2026-04-01',
    },
    {
      what: 'termination, once paid',
      order: { type: 'cancel' },
      today: '2026-03-15',
      expected: 'accepted from 2026-04-01',
    },
  ])('$what on $today: $expected', ({ order, today, expected }) => {
    expect(on({ of: groupwareMonthly, today, order, facts: { billingPeriods: paid } })).toBe(expected);
  });

  it('termination is not possible before the payment for the current month has been made', () => {
    expect(on({ of: groupwareMonthly, order: { type: 'cancel' } })).toBe('PAYMENT_UNKNOWN');
  });
});

describe('R18, R19: S4’s table, for annual service from January 1 to December 31', () => {
  const columns = {
    'January to November': '2026-06-15',
    December: '2026-12-15',
    'January to November of next year': '2027-06-15',
  } as const;
  type Column = keyof typeof columns;
  const rows: { what: string; order: GivenOrder; possible: Record<Column, boolean> }[] = [
    {
      what: 'adding licensed users',
      order: { quantity: 22 },
      possible: { 'January to November': true, December: true, 'January to November of next year': true },
    },
    {
      what: 'adding optional service subscriptions',
      order: options(12),
      possible: { 'January to November': true, December: true, 'January to November of next year': true },
    },
    {
      what: 'reducing licensed users',
      order: { quantity: 18 },
      possible: { 'January to November': false, December: true, 'January to November of next year': false },
    },
    {
      what: 'reducing optional service subscriptions',
      order: options(8),
      possible: { 'January to November': false, December: true, 'January to November of next year': false },
    },
    {
      what: 'changing from annual service to monthly service',
      order: { type: 'changeTerm', term: 'monthly' },
      possible: { 'January to November': false, December: true, 'January to November of next year': false },
    },
  ];
  const cells = rows.flatMap(({ what, order, possible }) =>
    (Object.keys(columns) as Column[]).map((column) => ({
      what,
      column,
      order,
      says: possible[column] ? 'possible' : 'not possible',
    })),
  );

  it.each(cells)('$what, $column: $says', ({ column, order, says }) => {
    const { subscription, product, facts } = decisionInput(annual('2026-06-15', order));
    const { world } = advance({ date: '2026-06-15', subscription, facts }, product, columns[column]);
    const given = annual(columns[column], order);
    const { outcome } = decide({ ...decisionInput(given), subscription: world.subscription });
    expect(outcome === 'accepted' ? 'possible' : 'not possible').toBe(says);
  });

  it.each<{ today: PlainDate; expected: string }>([
    { today: '2026-11-30', expected: 'DECREASE_OUTSIDE_RENEWAL_WINDOW' },
    { today: '2026-12-01', expected: 'accepted from 2027-01-01' },
    { today: '2026-12-31', expected: 'accepted from 2027-01-01' },
  ])('the columns meet at the turn of the month: fewer users on $today, $expected', ({ today, expected }) => {
    expect(on(annual(today, { quantity: 18 }))).toBe(expected);
  });

  it('R21: it cannot be terminated inside its year; a cancellation ends it with its term', () => {
    expect(on(annual('2026-06-15', { type: 'cancel' }))).toBe('accepted from 2027-01-01');
  });
});

describe('R20: S4’s example, 20 users, service period January 1 to December 31', () => {
  const pending18: PendingChange[] = [pendingChange('to-18', '2027-01-01', { quantity: 18 }, '2026-12-01')];
  const stack = (given: Given) => {
    const { outcome, pendingChanges } = decide(decisionInput(given));
    return outcome === 'accepted'
      ? pendingChanges.map(({ orderId, outcome: becomes }) => `${orderId}: ${becomes}`)
      : [];
  };

  describe('outside the renewal period (January 1 to November 30)', () => {
    it.each<{ order: GivenOrder; expected: string }>([
      { order: { quantity: 25 }, expected: 'accepted from 2026-11-30' },
      { order: { quantity: 18 }, expected: 'DECREASE_OUTSIDE_RENEWAL_WINDOW' },
      { order: { type: 'changeTerm', term: 'monthly' }, expected: 'TERM_CHANGE_OUTSIDE_RENEWAL_WINDOW' },
    ])('$order: $expected', ({ order, expected }) => {
      expect(on(annual('2026-11-30', order))).toBe(expected);
    });

    it('fewer users are offered for the renewal period', () => {
      expect(decide(decisionInput(annual('2026-11-30', { quantity: 18 })))).toMatchObject({
        rejections: [{ eligibleFrom: '2026-12-01', eligibleUntil: '2026-12-31' }],
        suggestedOrder: { quantity: 18, requestedStartDate: '2026-12-01' },
      });
    });
  });

  describe('during the renewal period (December 1)', () => {
    it.each<{ order: GivenOrder; expected: string }>([
      { order: { quantity: 25 }, expected: 'accepted from 2026-12-01' },
      { order: { quantity: 18 }, expected: 'accepted from 2027-01-01' },
      { order: options(8), expected: 'accepted from 2027-01-01' },
      { order: { type: 'changeTerm', term: 'monthly' }, expected: 'accepted from 2027-01-01' },
    ])('$order: $expected', ({ order, expected }) => {
      expect(on(annual('2026-12-01', order))).toBe(expected);
    });
  });

  describe('after executing and before billing (December 2): 18 users are pending', () => {
    const then = (order: GivenOrder): Given => annual('2026-12-02', order, { pendingChanges: pending18 });

    it.each<{ what: string; order: GivenOrder; expected: string; becomes: string[] }>([
      { what: '16 instead needs consent', order: { quantity: 16 }, expected: 'SUPERSEDE_REQUIRED', becomes: [] },
      {
        what: '16 instead, with consent',
        order: { quantity: 16, supersede: true },
        expected: 'accepted from 2027-01-01',
        becomes: ['to-18: supersede'],
      },
      {
        what: '20, the present total, takes it back',
        order: { quantity: 20 },
        expected: 'accepted from 2026-12-02',
        becomes: ['to-18: withdraw'],
      },
      {
        what: '25 now keeps the 18 of next year',
        order: { quantity: 25 },
        expected: 'accepted from 2026-12-02',
        becomes: ['to-18: keep'],
      },
      {
        what: 'to monthly goes together with it',
        order: { type: 'changeTerm', term: 'monthly' },
        expected: 'accepted from 2027-01-01',
        becomes: ['to-18: merge'],
      },
      {
        what: 'a cancellation takes it back, and says so',
        order: { type: 'cancel' },
        expected: 'accepted from 2027-01-01',
        becomes: ['to-18: withdraw'],
      },
    ])('$what: $expected', ({ order, expected, becomes }) => {
      expect(on(then(order))).toBe(expected);
      expect(stack(then(order))).toEqual(becomes);
    });
  });

  describe('after billing, before the next period begins (billed on December 28)', () => {
    const billingPeriods: BillingPeriod[] = [{ month: '2027-01', billedOn: '2026-12-28', paidOn: null }];
    const then = (order: GivenOrder): Given =>
      annual('2026-12-29', order, { pendingChanges: pending18, billingPeriods });

    it.each<{ what: string; order: GivenOrder; expected: string }>([
      { what: 'more users', order: { quantity: 25 }, expected: 'accepted from 2026-12-29' },
      {
        what: 'fewer still',
        order: { quantity: 16, supersede: true },
        expected: 'RENEWAL_WINDOW_CLOSED, RENEWAL_WINDOW_CLOSED',
      },
      { what: 'taking the 18 back', order: { quantity: 20 }, expected: 'RENEWAL_WINDOW_CLOSED' },
      { what: 'to monthly', order: { type: 'changeTerm', term: 'monthly' }, expected: 'RENEWAL_WINDOW_CLOSED' },
    ])('$what: $expected', ({ order, expected }) => {
      expect(on(then(order))).toBe(expected);
    });
  });

  describe('after billing (January 1 of next year): 18 users have taken effect', () => {
    const start = decisionInput(annual('2026-12-02', {}, { pendingChanges: pending18 }));
    const { world } = advance(
      { date: '2026-12-02', subscription: start.subscription, facts: start.facts },
      start.product,
      '2027-01-01',
    );
    const then = (order: GivenOrder) =>
      summary(decide({ ...decisionInput(annual('2027-01-01', order)), subscription: world.subscription }));

    it('the new service period has begun with them', () => {
      expect(world.subscription).toMatchObject({
        quantity: 18,
        term: 'annual',
        servicePeriod: { start: '2027-01-01', end: '2027-12-31' },
      });
      expect(world.facts.pendingChanges).toEqual([]);
    });

    it.each<{ order: GivenOrder; expected: string }>([
      { order: { quantity: 19, expectedCurrentQuantity: 18 }, expected: 'accepted from 2027-01-01' },
      { order: { quantity: 16, expectedCurrentQuantity: 18 }, expected: 'DECREASE_OUTSIDE_RENEWAL_WINDOW' },
      { order: options(8), expected: 'OPTIONS_OUTSIDE_RENEWAL_WINDOW' },
      { order: { type: 'changeTerm', term: 'monthly' }, expected: 'TERM_CHANGE_OUTSIDE_RENEWAL_WINDOW' },
    ])('$order: $expected', ({ order, expected }) => {
      expect(then(order)).toBe(expected);
    });
  });
});

describe('the worked examples of the rule catalogue', () => {
  it('R14: monthly, first order 10 November: decrease rejected, possible from 1 December', () => {
    const given: Given = {
      of: groupwareMonthly,
      today: '2026-11-20',
      subscription: { firstOrderDate: '2026-11-10' },
      order: { quantity: 18 },
    };
    expect(decide(decisionInput(given)).rejections).toMatchObject([
      { code: 'DECREASE_IN_FIRST_MONTH', eligibleFrom: '2026-12-01' },
    ]);
    expect(on({ ...given, today: '2026-12-01' })).toBe('accepted from 2027-01-01');
  });

  it('R14: increase on 5 December: decrease rejected, possible from 1 January', () => {
    const given: Given = {
      of: groupwareMonthly,
      today: '2026-12-06',
      facts: { lastIncreaseDate: '2026-12-05' },
      order: { quantity: 18 },
    };
    expect(decide(decisionInput(given)).rejections).toMatchObject([
      { code: 'DECREASE_IN_MONTH_OF_INCREASE', eligibleFrom: '2027-01-01' },
    ]);
    expect(on({ ...given, today: '2027-01-01' })).toBe('accepted from 2027-02-01');
  });

  it('R16, R17: monthly to annual on any date, its year from the first of the next month', () => {
    const order: GivenOrder = { type: 'changeTerm', term: 'annual' };
    const input = decisionInput({ of: groupwareMonthly, today: '2026-03-15', order });
    const { effectiveDate, decisionDate } = decide(input);
    const pending = {
      orderId: 'annual',
      order: input.order,
      decisionDate,
      effectiveDate: effectiveDate ?? '2026-03-15',
    };
    const world = {
      date: '2026-03-15' as const,
      subscription: input.subscription,
      facts: { ...input.facts, pendingChanges: [pending] },
    };
    const at = (to: PlainDate) => advance(world, input.product, to).world.subscription;
    expect(at('2026-03-31')).toMatchObject({ term: 'monthly' });
    expect(at('2026-04-01')).toMatchObject({
      term: 'annual',
      servicePeriod: { start: '2026-04-01', end: '2027-03-31' },
      autoRenewal: { enabled: true, frequency: 'annual' },
    });
  });
});
