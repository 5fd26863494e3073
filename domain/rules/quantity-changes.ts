import type { ChangeQuantity } from '../order-types/change-quantity.ts';
import { failed, type Rule } from './rule.ts';

/** R1. No smallest change is offered: which total is wanted instead, only the person knows. */
export const quantityChanges: Rule<ChangeQuantity> = {
  name: 'quantityChanges',
  source: 'R1',
  sentence: 'The new total differs from the present quantity.',
  applies: 'onDecision',
  namedInPolicyAs: null,
  check({ order, subscription }) {
    const inputs = { quantity: order.quantity, currentQuantity: subscription.quantity };
    return order.quantity === subscription.quantity ? failed('NO_CHANGE', inputs) : { inputs };
  },
};
