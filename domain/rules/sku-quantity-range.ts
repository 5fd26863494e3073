import type { ChangeQuantity } from '../order-types/change-quantity.ts';
import { failed, type Rule } from './rule.ts';

export const skuMinimumQuantity: Rule<ChangeQuantity> = {
  name: 'skuMinimumQuantity',
  source: 'R5',
  sentence: 'The user cannot remove more seats than the minimum required seats for this particular SKU.',
  applies: 'alsoAtEffect',
  namedInPolicyAs: 'skuQuantityRange',
  check({ order: { quantity }, sku: { minimumQuantity } }) {
    const inputs = { quantity, minimumQuantity };
    return minimumQuantity !== null && quantity < minimumQuantity
      ? failed('BELOW_MINIMUM_QUANTITY', inputs, { quantity: minimumQuantity })
      : { inputs };
  },
};

export const skuMaximumQuantity: Rule<ChangeQuantity> = {
  name: 'skuMaximumQuantity',
  source: 'R5',
  sentence: 'The quantity may not exceed the maximum of this particular SKU.',
  applies: 'alsoAtEffect',
  namedInPolicyAs: 'skuQuantityRange',
  check({ order: { quantity }, sku: { maximumQuantity } }) {
    const inputs = { quantity, maximumQuantity };
    return maximumQuantity !== null && quantity > maximumQuantity
      ? failed('ABOVE_MAXIMUM_QUANTITY', inputs, { quantity: maximumQuantity })
      : { inputs };
  },
};
