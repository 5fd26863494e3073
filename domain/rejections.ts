/**
 * Every reason for which the rules may reject an order. A code is public API: the status is the HTTP answer's, and
 * docs/errors.md explains each. 409 where the subscription's present situation stands in the way, 422 where the order itself does.
 */
export const rejections = {
  SUBSCRIPTION_NOT_ACTIVE: {
    status: 422,
    title: 'The subscription is not active',
    advice: 'Only an active subscription can be changed by this order.',
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
  STALE_QUANTITY: {
    status: 409,
    title: 'The subscription has another quantity than the order expects',
    advice: 'Read the subscription again and decide on its present quantity.',
  },
  NO_CHANGE: {
    status: 422,
    title: 'The subscription already has this quantity',
    advice: 'Enter the total you want after the change, not the number to add or remove.',
  },
  CONFIRM_TOTAL: {
    status: 422,
    title: 'The quantity reads like a number to add or remove',
    advice:
      'Quantity is the total after the change. If this total is meant, send it again as confirmedTotal with a new Idempotency-Key.',
  },
  CONTACT_EMAIL_REQUIRED: {
    status: 422,
    title: 'The order needs a contact e-mail address',
    advice: 'Send contactEmail with the order.',
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
  BELOW_ASSIGNED_QUANTITY: {
    status: 422,
    title: 'The quantity is below the units in use',
    advice: 'Release units at the vendor first, or order at least the units in use.',
  },
} as const satisfies Record<string, { status: 409 | 422; title: string; advice: string }>;

export type RejectionCode = keyof typeof rejections;
