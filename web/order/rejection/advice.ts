const LATER = 'Order it for then.';

/** The API's advice speaks to whoever programs against it; where it names headers and fields, this says the same to a person at the screen. */
const atTheScreen: Readonly<Record<string, string>> = {
  INVALID_REQUEST: 'Correct the fields marked below.',
  ORDER_IN_PROGRESS: 'Wait until that order has finished, then send this one again.',
  UNACKNOWLEDGED_ORDER: 'Confirm the order status notification of the earlier order, then send this one again.',
  STALE_QUANTITY: 'It has been read again. Decide on its present quantity, then send your order again.',
  CONFIRM_TOTAL: 'Say which of the two you mean.',
  CONTACT_EMAIL_REQUIRED: 'Enter your email address below.',
  IDEMPOTENCY_KEY_REUSED: 'Send the order again.',
  START_DATE_NOT_OFFERED: 'Order it for today.',
  COMPOSITION_APPROVAL_REQUIRED:
    'Wait until the partner has approved the change of the plan, then send this order again.',
  CANCELLATION_PENDING: 'Undo the cancellation first.',
  SUPERSEDE_REQUIRED: 'Say whether the pending change is to be replaced.',
  DECREASE_IN_FIRST_MONTH: LATER,
  DECREASE_IN_MONTH_OF_INCREASE: LATER,
  DECREASE_OUTSIDE_RENEWAL_WINDOW: LATER,
  OPTIONS_OUTSIDE_RENEWAL_WINDOW: LATER,
  TERM_CHANGE_OUTSIDE_RENEWAL_WINDOW: LATER,
  RENEWAL_NOT_OPEN: LATER,
  COOLING_OFF: LATER,
  FREQUENCY_CHANGES_TERM: 'Order a change of the term instead.',
  PAYMENT_REQUIRED: 'Pay the current month, then send this order again.',
  PAYMENT_UNKNOWN: 'Wait until the payment is recorded, then send this order again.',
  PLAN_REASSIGNMENT:
    'Change the plan of the subscription that you have: a new one would not have the agents that report to it.',
  ACTIVATION_DATE_MISMATCH: 'Give a date if it is to be activated on a date, and only then.',
};

/** What to do now. `isOffered` where the answer carries the order that would pass, so that it can be pressed. */
export function adviceFor(
  { code, advice }: { code: string; advice: string },
  { isOffered }: { isOffered: boolean },
): string {
  const words = atTheScreen[code] ?? advice;
  return words === LATER && !isOffered ? 'Send it again then.' : words;
}
