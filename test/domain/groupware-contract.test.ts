import { describe, expect, it } from 'vitest';
import { decide } from '../../domain/decide.ts';
import type { BillingPeriod } from '../../domain/facts.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { advance } from '../../domain/world.ts';
import { decisionInput, type Given, type GivenOrder, summary } from './decision-input.ts';
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
