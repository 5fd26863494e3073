/**
 * Every reason for which the rules may reject an order. A code is public API: the status is the HTTP answer's, and
 * docs/errors.md explains each. 409 where the order would be right after something else is settled, 422 where a rule refuses it,
 * 403 where somebody else has to order it.
 */
export const rejections = {
  ROLE_NOT_ALLOWED: { status: 403, title: 'Your role may not do this', advice: 'Ask somebody whose role may.' },
  START_DATE_PAST: {
    status: 422,
    title: 'The requested start date is in the past',
    advice: 'Choose today or a later day, in the time zone of the product.',
  },
  START_DATE_TOO_FAR: {
    status: 422,
    title: 'The requested start date is too far away',
    advice: 'Choose a day within 18 months.',
  },
  START_DATE_NOT_OFFERED: {
    status: 422,
    title: 'This is not ordered for a later day',
    advice: 'Leave requestedStartDate out.',
  },
  SUBSCRIPTION_ENDS_BEFORE: {
    status: 422,
    title: 'The subscription ends before the change would hold',
    advice: 'Turn automatic renewal on first, or order something that holds before the subscription ends.',
  },
  SUBSCRIPTION_NOT_ACTIVATED: {
    status: 422,
    title: 'The subscription has not been activated yet',
    advice: 'Activate it first: by logging on, on its activation date, or with the activation code.',
  },
  SUBSCRIPTION_SUSPENDED: {
    status: 422,
    title: 'The subscription is suspended',
    advice: 'Ask an operator to activate it, or wait until its suspension ends.',
  },
  SUBSCRIPTION_NOT_SUSPENDED: {
    status: 422,
    title: 'The subscription is active',
    advice: 'There is nothing to activate.',
  },
  SUBSCRIPTION_ENDED: { status: 422, title: 'The subscription has ended', advice: 'Buy the product anew.' },
  BOUGHT_THROUGH_PARTNER: {
    status: 422,
    title: 'The subscription was bought through a partner',
    advice: 'Ask the partner to order the change.',
  },
  TRIAL_LOCKED: {
    status: 422,
    title: 'A trial licence cannot be modified',
    advice: 'Buy the product, or let the trial end.',
  },
  END_OF_LIFE_LOCKED: {
    status: 422,
    title: 'The plan has reached End of Life and cannot be modified',
    advice: 'Ask the seller which plan or product takes its place.',
  },
  COMPOSITION_APPROVAL_REQUIRED: {
    status: 422,
    title: 'The composition of the suite has changed and awaits approval',
    advice:
      'The partner must review and approve the change of the plan; then send this order again with a new Idempotency-Key.',
  },
  ORDER_IN_PROGRESS: {
    status: 409,
    title: 'Another order is at work on this subscription',
    advice: 'Wait until that order has finished, then send this one again with a new Idempotency-Key.',
  },
  UNACKNOWLEDGED_ORDER: {
    status: 409,
    title: 'An earlier order has not been acknowledged',
    advice:
      'Confirm the order status notification of the earlier order, then send this one again with a new Idempotency-Key.',
  },
  CANCELLATION_PENDING: {
    status: 422,
    title: 'The cancellation of the subscription is pending',
    advice: 'Undo the cancellation first; suggestedOrder is the order for it.',
  },
  ALREADY_PENDING: {
    status: 422,
    title: 'The same is already pending',
    advice: 'There is nothing to do; the pending order is named in the reasons.',
  },
  STALE_QUANTITY: {
    status: 409,
    title: 'The subscription has another quantity than the order expects',
    advice: 'Read the subscription again and decide on its present quantity.',
  },
  CONFIRM_TOTAL: {
    status: 422,
    title: 'The quantity reads like a number to add or remove',
    advice:
      'Quantity is the total after the change. If this total is meant, send it again as confirmedTotal with a new Idempotency-Key.',
  },
  NO_CHANGE: {
    status: 422,
    title: 'All is already as the order asks',
    advice: 'Ask for something else; a quantity is the total after the change, not the number to add or remove.',
  },
  CONTACT_EMAIL_REQUIRED: {
    status: 422,
    title: 'The order needs a contact e-mail address',
    advice: 'Send contactEmail with the order.',
  },
  QUANTITY_NOT_POSITIVE: {
    status: 422,
    title: 'The quantity is not a whole number of at least 1',
    advice: 'Order a total of at least 1; to have none, cancel the subscription.',
  },
  BELOW_MINIMUM_QUANTITY: {
    status: 422,
    title: 'The quantity is below the minimum of this SKU',
    advice: 'Order at least the minimum quantity.',
  },
  ABOVE_MAXIMUM_QUANTITY: {
    status: 422,
    title: 'The quantity is above the maximum of this SKU',
    advice: 'Order at most the maximum quantity, or ask for another SKU.',
  },
  NOT_A_MULTIPLE_OF_STEP: {
    status: 422,
    title: 'The quantity is not sold: it is no multiple of the step of this SKU',
    advice: 'Order the next multiple.',
  },
  BELOW_ASSIGNED_QUANTITY: {
    status: 422,
    title: 'The quantity is below the units in use',
    advice: 'Release units at the vendor first, or order at least the units in use.',
  },
  DECREASE_IN_FIRST_MONTH: {
    status: 422,
    title: 'No decrease in the month of the first order',
    advice: 'Order it for eligibleFrom; suggestedOrder is ready for that.',
  },
  DECREASE_IN_MONTH_OF_INCREASE: {
    status: 422,
    title: 'No decrease in a month with an increase',
    advice: 'Order it for eligibleFrom; suggestedOrder is ready for that.',
  },
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
  PLAN_CHANGE_NOT_OFFERED: {
    status: 422,
    title: 'The product has one service plan only',
    advice: 'There is no other plan to change to.',
  },
  PLAN_NOT_IN_PRODUCT: {
    status: 422,
    title: 'The product has no such plan',
    advice: 'Choose one of the plans of the product.',
  },
  PLAN_NOT_ON_SALE: { status: 422, title: 'The plan is no longer sold', advice: 'Choose another plan of the product.' },
  PLAN_DOES_NOT_HOLD_QUANTITY: {
    status: 422,
    title: 'The plan is not sold in this quantity',
    advice: 'Change the quantity first, or choose another plan.',
  },
  PLAN_LACKS_OPTIONS: {
    status: 422,
    title: 'The plan does not have all the options that are held',
    advice: 'Give the options up in the same order (quantity 0), or choose another plan.',
  },
  PLAN_REASSIGNMENT: {
    status: 422,
    title: 'The account already has an activated subscription to this product',
    advice:
      'A new plan would make a new account without the agents of the present one. Modify the plan of the existing subscription: suggestedOrder does. If a further subscription is meant, and the policy allows it, say additional: true.',
  },
  OPTION_UNKNOWN: { status: 422, title: 'The product has no such option', advice: 'Choose options of the product.' },
  OPTION_NOT_AVAILABLE: {
    status: 422,
    title: 'The option is not available in this plan',
    advice: 'Choose another option or another plan.',
  },
  OPTION_PREREQUISITE_MISSING: {
    status: 422,
    title: 'An option lacks another one that it requires',
    advice: 'Order both together, or give both up together.',
  },
  OPTION_ABOVE_MAXIMUM: {
    status: 422,
    title: 'More of the option than can be held',
    advice: 'Order at most the maximum of the option.',
  },
  TERM_NOT_OFFERED: {
    status: 422,
    title: 'The product is not sold for this term',
    advice: 'Choose a term of the product.',
  },
  SETTING_NOT_OFFERED: {
    status: 422,
    title: 'The product does not have this setting',
    advice: 'Leave the setting out.',
  },
  UNITS_PER_LICENCE_ABOVE_QUANTITY: {
    status: 422,
    title: 'More units per licence than there are units',
    advice: 'Assign at most the quantity to each licence.',
  },
  EXPIRATION_DATE_PAST: {
    status: 422,
    title: 'The expiration date would be in the past',
    advice: 'Choose the day the change takes effect, or a later one; to end the subscription, cancel it.',
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
  ACTIVATION_NOT_OFFERED: {
    status: 422,
    title: 'The product is not activated in this way',
    advice: 'Choose one of the ways of activation of the product.',
  },
  ACTIVATION_DATE_MISMATCH: {
    status: 422,
    title: 'An activation date belongs to activation on a date, and to no other',
    advice: 'Send activation.date with the mode onDate, and only then.',
  },
  ACTIVATION_DATE_PAST: {
    status: 422,
    title: 'The activation date is before the start of the order',
    advice: 'Choose the start date of the order or a later day.',
  },
  SUPERSEDE_REQUIRED: {
    status: 409,
    title: 'A pending change would be replaced',
    advice: 'If the pending change is to be replaced, send supersede: true with a new Idempotency-Key.',
  },
  PENDING_CHANGE_CONFLICT: {
    status: 422,
    title: 'A pending change would no longer be possible',
    advice: 'Cancel the pending change first, or order something that leaves it possible.',
  },
} as const satisfies Record<string, { status: 403 | 409 | 422; title: string; advice: string }>;

export type RejectionCode = keyof typeof rejections;
