import type { Cancel } from '../order-types/cancel.ts';
import type { UndoCancel } from '../order-types/undo-cancel.ts';
import { addDays, monthOf } from '../plain-date.ts';
import { failed, type Rule, type RuleInput, type RuleResult } from './rule.ts';

const payment = {
  source: 'R15',
  sentence: 'You can terminate the subscription only if payment for the current month has been made.',
  judged: 'onDecisionDate',
  namedInPolicyAs: 'terminationNeedsPayment',
} as const;

/**
 * A month of which billing has said nothing counts as not paid. Of a month that is still to come nothing can be known, so an
 * order for then is judged on its day.
 */
function ifMonthIsPaid({
  subscription: { term },
  facts: { billingPeriods },
  date,
  today,
  moment,
}: RuleInput): RuleResult {
  const month = monthOf(date);
  const billing = billingPeriods.find((period) => period.month === month);
  const paid = billing !== undefined && billing.paidOn !== null && billing.paidOn <= date;
  const inputs = { term, month, known: billing !== undefined, paid };
  const judgedLater = moment === 'submission' && month > monthOf(today);
  if (term !== 'monthly' || judgedLater || paid) return { inputs };
  return failed(billing === undefined ? 'PAYMENT_UNKNOWN' : 'PAYMENT_REQUIRED', inputs);
}

/** R15. An operator's override needs no payment. */
export const currentMonthPaid: Rule<Cancel> = {
  ...payment,
  name: 'currentMonthPaid',
  check: (input) => (input.order.immediately === true ? { inputs: { immediately: true } } : ifMonthIsPaid(input)),
};

/** R15: not to renew a monthly subscription is to terminate it. */
export const monthPaidBeforeLapse: Rule = {
  ...payment,
  name: 'monthPaidBeforeLapse',
  part: 'autoRenewal',
  check(input) {
    const enabled = input.requested.autoRenewal?.enabled ?? true;
    return enabled ? { inputs: { enabled } } : ifMonthIsPaid(input);
  },
};

/** R21: ending a subscription at once, before its contract ends it, is an operator's override, with its reason. */
export const endedAtOnceByOperator: Rule<Cancel> = {
  name: 'endedAtOnceByOperator',
  source: 'R21',
  sentence: 'Only an operator may end a subscription at once, with a reason.',
  judged: 'atSubmission',
  namedInPolicyAs: null,
  check({ order: { immediately = false, note }, facts: { role } }) {
    const inputs = { immediately, role, reasonGiven: note !== undefined && note.trim() !== '' };
    if (!immediately || (role === 'operator' && inputs.reasonGiven)) return { inputs };
    return failed(role === 'operator' ? 'REASON_REQUIRED' : 'OVERRIDE_NOT_ALLOWED', inputs);
  },
};

export const cancellationPending: Rule<UndoCancel> = {
  name: 'cancellationPending',
  source: 'system',
  sentence: 'A cancellation is undone while it is pending.',
  judged: 'onDecisionDate',
  namedInPolicyAs: null,
  check({ facts: { pendingChanges } }) {
    const pending = pendingChanges.find(({ order }) => order.type === 'cancel');
    const inputs = { pendingCancellation: pending?.orderId ?? null };
    if (pending === undefined) return failed('NO_PENDING_CANCELLATION', inputs);
    return { inputs, passesUntil: addDays(pending.effectiveDate, -1) };
  },
};

/** What it undoes is pending now: another day would leave it open whether the cancellation comes first. */
export const undoneAtOnce: Rule<UndoCancel> = {
  name: 'undoneAtOnce',
  source: 'system',
  sentence: 'A cancellation is undone at once.',
  judged: 'atSubmission',
  namedInPolicyAs: null,
  check({ date, today }) {
    const inputs = { date, today };
    return date > today ? failed('START_DATE_NOT_OFFERED', inputs, { requestedStartDate: today }) : { inputs };
  },
};
