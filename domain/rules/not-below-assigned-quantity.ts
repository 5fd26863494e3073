import { failed, type Rule } from './rule.ts';

/** R6. Where the vendor has not reported its units in use, nothing can be held against the order; who adds units is on the way up. */
export const notBelowAssignedQuantity: Rule = {
  name: 'notBelowAssignedQuantity',
  source: 'R6',
  sentence: 'Licensed units cannot be fewer than the units in use.',
  judged: 'alsoAtEffect',
  namedInPolicyAs: 'notBelowAssignedQuantity',
  part: 'quantity',
  check({ requested: { quantity = 0 }, subscription }) {
    const { assignedQuantity } = subscription;
    const inputs = { quantity, currentQuantity: subscription.quantity, assignedQuantity };
    return assignedQuantity !== null && quantity < assignedQuantity && quantity < subscription.quantity
      ? failed('BELOW_ASSIGNED_QUANTITY', inputs, { quantity: Math.min(assignedQuantity, subscription.quantity) })
      : { inputs };
  },
};
