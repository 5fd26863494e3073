import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../domain/plain-date.ts';
import { type Hypothesis, simulate, type TimelineEntry } from '../../domain/simulate.ts';
import { decisionInput, type Given, type GivenOrder, pendingChange, summary } from './decision-input.ts';
import { groupwareAnnual, groupwareMonthly } from './products/groupware.ts';

function played(given: Given, until: PlainDate, ...hypotheses: Hypothesis[]) {
  const { today, subscription, facts, product, policy } = decisionInput(given);
  return simulate({ date: today, subscription, facts }, { product, policy, hypotheses, until });
}

const annual = (given: Given = {}): Given => ({ of: groupwareAnnual, today: '2026-11-15', ...given });
const monthly = (given: Given = {}): Given => ({ of: groupwareMonthly, today: '2026-03-15', ...given });

const order = (date: PlainDate, given: GivenOrder, sees = 20): Hypothesis => ({
  date,
  order: decisionInput({ order: { ...given, ...(given.type ? {} : { expectedCurrentQuantity: sees }) } as GivenOrder })
    .order,
});
const billing = (date: PlainDate, month: '2027-01' | '2026-03' | '2026-04'): Hypothesis => ({
  date,
  fact: { kind: 'billing', month, billed: true, paid: true },
});

const told = (entry: TimelineEntry): string => {
  switch (entry.kind) {
    case 'order':
    case 'decidedOnItsDay':
      return `${entry.date} ${entry.kind} ${entry.orderId} ${entry.orderType}: ${summary(entry.decision)}`;
    case 'effect':
      return `${entry.date} effect ${entry.orderId} ${entry.orderType}`;
    case 'fact':
      return `${entry.date} fact ${entry.fact}`;
    default:
      return `${entry.date} ${entry.kind}`;
  }
};
const story = (...args: Parameters<typeof played>): string[] => played(...args).timeline.map(told);

describe('a simulation', () => {
  it('R20: plays S4’s example as it is told', () => {
    const found = played(
      annual(),
      '2027-01-31',
      order('2026-11-20', { quantity: 18 }),
      order('2026-12-10', { quantity: 18 }),
      billing('2026-12-28', '2027-01'),
      order('2026-12-29', { quantity: 16 }),
      order('2026-12-30', { quantity: 25 }),
    );
    expect(found.timeline.map(told)).toEqual([
      '2026-11-20 order step-0 changeQuantity: DECREASE_OUTSIDE_RENEWAL_WINDOW',
      '2026-12-10 order step-1 changeQuantity: accepted from 2027-01-01',
      '2026-12-28 fact billing',
      expect.stringMatching('^2026-12-29 order step-3 changeQuantity: RENEWAL_WINDOW_CLOSED'),
      '2026-12-30 order step-4 changeQuantity: accepted from 2026-12-30',
      '2027-01-01 renewal',
      '2027-01-01 effect step-1 changeQuantity',
    ]);
    expect(found.quantityPerMonth).toEqual([
      { month: '2026-11', quantity: 20 },
      { month: '2026-12', quantity: 25 },
      { month: '2027-01', quantity: 18 },
    ]);
    expect(found.subscription).toMatchObject({
      quantity: 18,
      servicePeriod: { start: '2027-01-01', end: '2027-12-31' },
    });
    expect(found.pendingChanges).toEqual([]);
  });

  it('of nothing is the passing of time', () => {
    const found = played(monthly(), '2026-05-15');
    expect(found.timeline.map(told)).toEqual(['2026-04-01 renewal', '2026-05-01 renewal']);
    expect(found.subscription.servicePeriod).toEqual({ start: '2026-05-01', end: '2026-05-31' });
  });

  it('counts the units licensed on the last day of each month that it reaches', () => {
    expect(played(monthly(), '2026-05-30').quantityPerMonth.map(({ month }) => month)).toEqual(['2026-03', '2026-04']);
    expect(played(monthly(), '2026-05-31').quantityPerMonth.map(({ month }) => month)).toEqual([
      '2026-03',
      '2026-04',
      '2026-05',
    ]);
    expect(played(monthly({ today: '2026-03-31' }), '2026-03-31').quantityPerMonth).toEqual([
      { month: '2026-03', quantity: 20 },
    ]);
  });

  it('counts what is ordered on the last day of a month', () => {
    expect(played(monthly(), '2026-03-31', order('2026-03-31', { quantity: 30 })).quantityPerMonth).toEqual([
      { month: '2026-03', quantity: 30 },
    ]);
  });

  it.each<{ what: string; given: Given; hypotheses: Hypothesis[] }>([
    {
      what: 'has expired',
      given: monthly({ subscription: { autoRenewal: { enabled: false, frequency: 'monthly' } } }),
      hypotheses: [],
    },
    {
      what: 'has been terminated',
      given: monthly(),
      hypotheses: [billing('2026-03-15', '2026-03'), order('2026-03-20', { type: 'cancel' })],
    },
  ])('counts no units of a subscription that $what', ({ given, hypotheses }) => {
    expect(played(given, '2026-04-30', ...hypotheses).quantityPerMonth).toEqual([
      { month: '2026-03', quantity: 20 },
      { month: '2026-04', quantity: 0 },
    ]);
  });

  it('plays what is on its first and last day, and nothing before or after', () => {
    const given = [30, 31, 32, 33].map((quantity) => ({ quantity }));
    const dates: PlainDate[] = ['2026-03-14', '2026-03-15', '2026-04-10', '2026-04-11'];
    const hypotheses = dates.map((date, index) => order(date, given[index] ?? {}, [20, 20, 31, 32][index]));
    expect(story(monthly(), '2026-04-10', ...hypotheses)).toEqual([
      '2026-03-15 order step-1 changeQuantity: accepted from 2026-03-15',
      '2026-04-01 renewal',
      '2026-04-10 order step-2 changeQuantity: accepted from 2026-04-10',
    ]);
  });

  it('plays by date, and what is of one day as it is listed', () => {
    expect(
      story(
        monthly(),
        '2026-03-20',
        order('2026-03-17', { quantity: 23 }, 22),
        order('2026-03-16', { quantity: 21 }),
        order('2026-03-16', { quantity: 22 }, 21),
      ),
    ).toEqual([
      '2026-03-16 order step-1 changeQuantity: accepted from 2026-03-16',
      '2026-03-16 order step-2 changeQuantity: accepted from 2026-03-16',
      '2026-03-17 order step-0 changeQuantity: accepted from 2026-03-17',
    ]);
  });

  it('R14: knows an increase that was played before', () => {
    expect(
      story(
        monthly(),
        '2026-04-10',
        order('2026-03-16', { quantity: 22 }),
        order('2026-03-17', { quantity: 21 }, 22),
        order('2026-04-02', { quantity: 21 }, 22),
      ),
    ).toEqual([
      '2026-03-16 order step-0 changeQuantity: accepted from 2026-03-16',
      '2026-03-17 order step-1 changeQuantity: DECREASE_IN_MONTH_OF_INCREASE',
      '2026-04-01 renewal',
      '2026-04-02 order step-2 changeQuantity: accepted from 2026-05-01',
    ]);
  });

  it('R15: knows a payment that was played before', () => {
    const cancel = order('2026-03-20', { type: 'cancel' });
    expect(story(monthly(), '2026-03-31', cancel)).toEqual(['2026-03-20 order step-0 cancel: PAYMENT_UNKNOWN']);
    const paid = billing('2026-03-18', '2026-03');
    expect(story(monthly(), '2026-04-01', paid, cancel)).toEqual([
      '2026-03-18 fact billing',
      '2026-03-20 order step-1 cancel: accepted from 2026-04-01',
      '2026-04-01 effect step-1 cancel',
    ]);
  });

  it('R9: knows a change of the catalogue that was played before', () => {
    const ofPlan: Hypothesis = {
      date: '2026-03-16',
      fact: { kind: 'compositionChanged', planId: 'groupware-standard' },
    };
    const given = monthly({ rules: { compositionApproval: {} } });
    expect(story(given, '2026-03-20', ofPlan, order('2026-03-17', { quantity: 21 }))).toEqual([
      '2026-03-16 fact compositionChanged',
      '2026-03-17 order step-1 changeQuantity: COMPOSITION_APPROVAL_REQUIRED',
    ]);
  });

  it('leaves what is pending on its last day', () => {
    const found = played(annual(), '2026-12-31', order('2026-12-10', { quantity: 18 }));
    expect(found.pendingChanges).toMatchObject([{ orderId: 'step-0', effectiveDate: '2027-01-01' }]);
    expect(found.subscription.quantity).toBe(20);
  });
});

describe('an order that was accepted for a later day', () => {
  const later = (requestedStartDate: PlainDate, given: GivenOrder = { quantity: 22 }) =>
    order('2026-03-16', { ...given, requestedStartDate } as GivenOrder);

  it('is decided again on its day, and then holds', () => {
    const found = played(monthly(), '2026-03-31', later('2026-03-20'));
    expect(found.timeline.map(told)).toEqual([
      '2026-03-16 order step-0 changeQuantity: accepted from 2026-03-20',
      '2026-03-20 decidedOnItsDay step-0 changeQuantity: accepted from 2026-03-20',
      '2026-03-20 effect step-0 changeQuantity',
    ]);
    expect(found.subscription.quantity).toBe(22);
    expect(found.pendingChanges).toEqual([]);
  });

  it('does not hold when its day says otherwise', () => {
    const approvedNoMore: Hypothesis = {
      date: '2026-03-18',
      fact: { kind: 'compositionChanged', planId: 'groupware-standard' },
    };
    const found = played(
      monthly({ rules: { compositionApproval: {} } }),
      '2026-03-31',
      later('2026-03-20'),
      approvedNoMore,
    );
    expect(found.timeline.map(told)).toEqual([
      '2026-03-16 order step-0 changeQuantity: accepted from 2026-03-20',
      '2026-03-18 fact compositionChanged',
      '2026-03-20 decidedOnItsDay step-0 changeQuantity: COMPOSITION_APPROVAL_REQUIRED',
    ]);
    expect(found.subscription.quantity).toBe(20);
    expect(found.pendingChanges).toEqual([]);
  });

  it('waits on for the day from which it holds, when that is later than its own', () => {
    const found = played(monthly(), '2026-04-01', later('2026-03-20', { quantity: 18 }));
    expect(found.timeline.map(told)).toEqual([
      '2026-03-16 order step-0 changeQuantity: accepted from 2026-04-01',
      '2026-03-20 decidedOnItsDay step-0 changeQuantity: accepted from 2026-04-01',
      '2026-04-01 renewal',
      '2026-04-01 effect step-0 changeQuantity',
    ]);
    expect(found.subscription.quantity).toBe(18);
  });

  it('comes after what else is pending before its day', () => {
    const pendingChanges = [
      pendingChange(
        'second',
        '2026-03-25',
        { type: 'changeOptions', options: [{ optionId: 'archive', quantity: 2 }] },
        '2026-03-25',
      ),
      pendingChange('last', '2026-03-28', { quantity: 30 }, '2026-03-10'),
    ];
    const first = pendingChange('first', '2026-03-20', { quantity: 25 }, '2026-03-20');
    const found = played(monthly({ facts: { pendingChanges: [first, ...pendingChanges] } }), '2026-03-31');
    expect(found.timeline.map(told)).toEqual([
      '2026-03-20 decidedOnItsDay first changeQuantity: accepted from 2026-03-20',
      '2026-03-20 effect first changeQuantity',
      '2026-03-25 decidedOnItsDay second changeOptions: accepted from 2026-03-25',
      '2026-03-25 effect second changeOptions',
      '2026-03-28 effect last changeQuantity',
    ]);
    expect(found.subscription).toMatchObject({ quantity: 30, options: { mail: 10, archive: 2 } });
  });
});
