/** Rejections for what the subscription is in, and for who orders when. */
export const ofTheSituation = {
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
  PURCHASE_PENDING: {
    status: 422,
    title: 'The purchase of the subscription is still pending',
    advice: 'Wait for the day of the purchase, or take the purchase back; its order is named in the reasons.',
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
  SUPERSEDE_REQUIRED: {
    status: 409,
    title: 'A pending change would be replaced',
    advice: 'If the pending change is to be replaced, send supersede: true with a new Idempotency-Key.',
  },
  TOO_MANY_PENDING_CHANGES: {
    status: 422,
    title: 'Too many changes of the subscription are pending',
    advice: 'Take pending changes back, or wait until they have taken effect.',
  },
  PENDING_CHANGE_CONFLICT: {
    status: 422,
    title: 'A pending change would no longer be possible',
    advice: 'Cancel the pending change first, or order something that leaves it possible.',
  },
} as const;
