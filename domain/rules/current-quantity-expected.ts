import type { ChangeQuantity } from '../order-types/change-quantity.ts';
import { failed, type Rule } from './rule.ts';

/** R1: a total is only meant as seen. Checked at submission alone, because later changes are the person's own. */
export const currentQuantityExpected: Rule<ChangeQuantity> = {
  name: 'currentQuantityExpected',
  source: 'R1',
  sentence: 'The order states the quantity that the subscription has now.',
  judged: 'atSubmission',
  namedInPolicyAs: null,
  check({ order: { expectedCurrentQuantity }, current: { quantity } }) {
    const inputs = { expectedCurrentQuantity, currentQuantity: quantity };
    return expectedCurrentQuantity === quantity
      ? { inputs }
      : failed('STALE_QUANTITY', inputs, { expectedCurrentQuantity: quantity });
  },
};
