import { describe, expect, it } from 'vitest';
import { decide } from '../../../domain/decide.ts';
import type { BillingPeriod } from '../../../domain/facts.ts';
import type { PlainDate } from '../../../domain/plain-date.ts';
import type { Role } from '../../../domain/role.ts';
import {
  cancellationPending,
  currentMonthPaid,
  endedAtOnceByOperator,
  monthPaidBeforeLapse,
} from '../../../domain/rules/cancel-rules.ts';
import {
  checked,
  codes,
  decisionInput,
  type Given,
  type GivenOrder,
  pendingChange,
  summary,
  verdict,
} from '../decision-input.ts';
import { groupwareAnnual, groupwareMonthly } from '../products/groupware.ts';

const march = (given: Partial<BillingPeriod>): BillingPeriod => ({
  month: '2026-03',
  billedOn: '2026-03-01',
  paidOn: null,
  ...given,
});

const cancelling = (today: PlainDate, billingPeriods: BillingPeriod[], order: Partial<GivenOrder> = {}): Given => ({
  of: groupwareMonthly,
  today,
  facts: { billingPeriods },
  order: { type: 'cancel', ...order } as GivenOrder,
});

describe('R15: a monthly subscription is terminated only if payment for the current month has been made', () => {
  it.each<{ what: string; today: PlainDate; billed: BillingPeriod[]; expected: string }>([
    { what: 'nothing is known of the month', today: '2026-03-15', billed: [], expected: 'PAYMENT_UNKNOWN' },
    { what: 'billed, not paid', today: '2026-03-15', billed: [march({})], expected: 'PAYMENT_REQUIRED' },
    {
      what: 'paid tomorrow',
      today: '2026-03-15',
      billed: [march({ paidOn: '2026-03-16' })],
      expected: 'PAYMENT_REQUIRED',
    },
    { what: 'paid today', today: '2026-03-15', billed: [march({ paidOn: '2026-03-15' })], expected: 'passes' },
    { what: 'paid before', today: '2026-03-31', billed: [march({ paidOn: '2026-03-02' })], expected: 'passes' },
    {
      what: 'paid in advance, not billed',
      today: '2026-03-01',
      billed: [march({ billedOn: null, paidOn: '2026-02-27' })],
      expected: 'passes',
    },
    {
      what: 'last month paid, nothing known of this one',
      today: '2026-04-01',
      billed: [march({ paidOn: '2026-03-02' })],
      expected: 'PAYMENT_UNKNOWN',
    },
  ])('on $today, $what: $expected', ({ today, billed, expected }) => {
    expect(verdict(currentMonthPaid, cancelling(today, billed))).toBe(expected);
  });

  it('then ends on the first of the next month', () => {
    const given = cancelling('2026-03-15', [march({ paidOn: '2026-03-02' })]);
    expect(summary(decide(decisionInput(given)))).toBe('accepted from 2026-04-01');
  });

  it('offers no day on which it would pass: nobody knows when it will be paid', () => {
    const { failure } = checked(currentMonthPaid, cancelling('2026-03-15', []));
    expect(failure).toMatchObject({ eligibleFrom: null, eligibleUntil: null, smallestChange: null });
  });

  it('of a month to come nothing is known yet: the order is judged on its day', () => {
    const given = cancelling('2026-03-15', [], { requestedStartDate: '2026-04-01' });
    expect(verdict(currentMonthPaid, given)).toBe('passes');
    expect(verdict(currentMonthPaid, { ...given, today: '2026-04-01', moment: 'decisionDate' })).toBe(
      'PAYMENT_UNKNOWN',
    );
  });

  it('a later day of this month is no month to come', () => {
    const given = cancelling('2026-03-15', [march({})], { requestedStartDate: '2026-03-31' });
    expect(verdict(currentMonthPaid, given)).toBe('PAYMENT_REQUIRED');
  });

  it('does not bind an annual subscription, which just does not go on', () => {
    const given = { ...cancelling('2026-03-15', []), of: groupwareAnnual };
    expect(summary(decide(decisionInput(given)))).toBe('accepted from 2027-01-01');
  });

  it('does not bind where the policy does not name it', () => {
    expect(codes({ ...cancelling('2026-03-15', []), rules: {} })).toEqual([]);
  });
});

describe('R15: not to renew a monthly subscription is to terminate it', () => {
  const paid = [march({ paidOn: '2026-03-02' })];
  const lapsing = (enabled: boolean, billingPeriods: BillingPeriod[], of = groupwareMonthly): Given => ({
    of,
    product: { settings: ['autoRenewal'] },
    subscription: { autoRenewal: { enabled: !enabled, frequency: of.subscription.term } },
    facts: { billingPeriods },
    order: { type: 'changeRenewal', autoRenewal: { enabled, frequency: of.subscription.term } },
  });

  it.each<{ what: string; given: Given; expected: string }>([
    { what: 'turned off, nothing known of the month', given: lapsing(false, []), expected: 'PAYMENT_UNKNOWN' },
    { what: 'turned off, billed and not paid', given: lapsing(false, [march({})]), expected: 'PAYMENT_REQUIRED' },
    { what: 'turned off, paid', given: lapsing(false, paid), expected: 'passes' },
    { what: 'turned on', given: lapsing(true, []), expected: 'passes' },
    { what: 'turned off, of an annual service', given: lapsing(false, [], groupwareAnnual), expected: 'passes' },
  ])('automatic renewal $what: $expected', ({ given, expected }) => {
    expect(verdict(monthPaidBeforeLapse, given)).toBe(expected);
  });

  it('does not bind where the policy does not name it', () => {
    expect(codes(lapsing(false, []))).toEqual(['PAYMENT_UNKNOWN']);
    expect(codes({ ...lapsing(false, []), rules: {} })).toEqual([]);
  });
});

describe('R21: only an operator ends a subscription at once, with a reason', () => {
  it.each<{ role: Role; note?: string; expected: string }>([
    { role: 'operator', note: 'fraud', expected: 'passes' },
    { role: 'operator', expected: 'REASON_REQUIRED' },
    { role: 'operator', note: '', expected: 'REASON_REQUIRED' },
    { role: 'operator', note: ' \t', expected: 'REASON_REQUIRED' },
    { role: 'customer', note: 'now!', expected: 'OVERRIDE_NOT_ALLOWED' },
    { role: 'partner', note: 'now!', expected: 'OVERRIDE_NOT_ALLOWED' },
  ])('$role, reason "$note": $expected', ({ role, note, expected }) => {
    const order: GivenOrder = { type: 'cancel', immediately: true, note };
    expect(verdict(endedAtOnceByOperator, { of: groupwareAnnual, facts: { role }, order })).toBe(expected);
  });

  it.each([false, undefined])('anybody ends it when the contract does (immediately: %s)', (immediately) => {
    const order: GivenOrder = { type: 'cancel', immediately };
    expect(verdict(endedAtOnceByOperator, { of: groupwareAnnual, order })).toBe('passes');
  });

  it('is an override of the payment too', () => {
    const given = cancelling('2026-03-15', [march({})], { immediately: true, note: 'fraud' } as Partial<GivenOrder>);
    expect(summary(decide(decisionInput({ ...given, facts: { role: 'operator' } })))).toBe('accepted from 2026-03-15');
  });
});

describe('U10: a cancellation is undone while it is pending', () => {
  const cancellation = pendingChange('cancel-1', '2027-01-01', { type: 'cancel' }, '2026-03-01');
  const decrease = pendingChange('order-1', '2027-01-01', { quantity: 18 }, '2026-12-01');
  const undoing = (today: PlainDate, pending: Given['facts']): Given => ({
    of: groupwareAnnual,
    today,
    facts: pending ?? {},
    order: { type: 'undoCancel' },
  });

  it.each([
    { what: 'nothing is pending', pendingChanges: [], expected: 'NO_PENDING_CANCELLATION' },
    { what: 'another change is pending', pendingChanges: [decrease], expected: 'NO_PENDING_CANCELLATION' },
    { what: 'the cancellation is pending', pendingChanges: [cancellation], expected: 'passes' },
  ])('$what: $expected', ({ pendingChanges, expected }) => {
    expect(verdict(cancellationPending, undoing('2026-06-15', { pendingChanges }))).toBe(expected);
  });

  it('until the day before it takes effect', () => {
    const { acceptedUntil } = decide(decisionInput(undoing('2026-06-15', { pendingChanges: [cancellation] })));
    expect(acceptedUntil).toBe('2026-12-31');
  });

  it('and not for a day on which it has taken effect', () => {
    const given = undoing('2026-06-15', { pendingChanges: [cancellation] });
    const order = { type: 'undoCancel', requestedStartDate: '2027-01-01' } as const;
    expect(codes({ ...given, order })).toContain('NO_PENDING_CANCELLATION');
  });
});
