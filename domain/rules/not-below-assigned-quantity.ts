import type { ChangeQuantity } from '../order-types/change-quantity.ts';
import { failed, type Rule } from './rule.ts';

/** R6. Where the vendor has not reported its units in use, nothing can be held against the order. */
export const notBelowAssignedQuantity: Rule<ChangeQuantity> = {
  name: 'notBelowAssignedQuantity',
  source: 'R6',
  sentence: 'Licensed units cannot be fewer than the units in use.',
  applies: 'alsoAtEffect',
  namedInPolicyAs: 'notBelowAssignedQuantity',
  check({ order: { quantity }, subscription: { assignedQuantity } }) {
    const inputs = { quantity, assignedQuantity };
    return assignedQuantity !== null && quantity < assignedQuantity
      ? failed('BELOW_ASSIGNED_QUANTITY', inputs, { quantity: assignedQuantity })
      : { inputs };
  },
};
