/** Rejections for plans, options, settings and activation. */
export const ofThePlan = {
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
} as const;
