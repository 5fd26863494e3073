/** Rejections for the term, its renewal and its end. */
export const ofTheTerm = {
  DECREASE_OUTSIDE_RENEWAL_WINDOW: {
    status: 422,
    title: 'An annual service is decreased only in its last month',
    advice: 'Order it for the renewal window, from eligibleFrom until eligibleUntil; suggestedOrder is ready for that.',
  },
  OPTIONS_OUTSIDE_RENEWAL_WINDOW: {
    status: 422,
    title: 'Options of an annual service are reduced only in its last month',
    advice: 'Order it for the renewal window, from eligibleFrom until eligibleUntil; suggestedOrder is ready for that.',
  },
  TERM_CHANGE_OUTSIDE_RENEWAL_WINDOW: {
    status: 422,
    title: 'An annual service becomes monthly only in its last month',
    advice: 'Order it for the renewal window, from eligibleFrom until eligibleUntil; suggestedOrder is ready for that.',
  },
  RENEWAL_WINDOW_CLOSED: {
    status: 422,
    title: 'The renewal window has closed, for the next period has been billed',
    advice: 'Order it for the next renewal window; until then only additions are possible.',
  },
  RENEWAL_NOT_OPEN: {
    status: 422,
    title: 'It is too early to renew',
    advice: 'Order it for the renewal window; suggestedOrder is ready for that.',
  },
  TERM_NOT_OFFERED: {
    status: 422,
    title: 'The product is not sold for this term',
    advice: 'Choose a term of the product.',
  },
  FREQUENCY_NOT_OFFERED: {
    status: 422,
    title: 'The product is not renewed at this frequency',
    advice: 'Choose a term of the product.',
  },
  FREQUENCY_CHANGES_TERM: {
    status: 422,
    title: 'Renewing at another frequency would change the term',
    advice: 'Order a change of the term; suggestedOrder does.',
  },
  EXPIRATION_DATE_PAST: {
    status: 422,
    title: 'The expiration date would be in the past',
    advice: 'Choose the day the change takes effect, or a later one; to end the subscription, cancel it.',
  },
  PAYMENT_REQUIRED: {
    status: 422,
    title: 'The current month has not been paid',
    advice: 'Pay the current month, then send this order again with a new Idempotency-Key.',
  },
  PAYMENT_UNKNOWN: {
    status: 422,
    title: 'It is not known whether the current month has been paid',
    advice: 'Wait until the payment is recorded, then send this order again with a new Idempotency-Key.',
  },
  OVERRIDE_NOT_ALLOWED: {
    status: 422,
    title: 'Only an operator may end a subscription at once',
    advice: 'Leave immediately out: the subscription then ends when its contract ends it.',
  },
  REASON_REQUIRED: { status: 422, title: 'An override needs a reason', advice: 'Give the reason in note.' },
  NO_PENDING_CANCELLATION: { status: 422, title: 'No cancellation is pending', advice: 'There is nothing to undo.' },
  SUSPENSION_END_PAST: {
    status: 422,
    title: 'The suspension would end before it begins',
    advice: 'Choose a day after the start of the suspension.',
  },
  COOLING_OFF: {
    status: 422,
    title: 'The product was cancelled a short time ago',
    advice: 'Order it for eligibleFrom; suggestedOrder is ready for that.',
  },
} as const;
