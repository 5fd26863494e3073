/** Rejections for the total that an order asks for. */
export const ofQuantities = {
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
} as const;
