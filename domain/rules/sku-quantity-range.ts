import { failed, type Rule } from './rule.ts';

/** R5. It binds an increase too: what stays below the minimum is not sold. */
export const skuMinimumQuantity: Rule = {
  name: 'skuMinimumQuantity',
  source: 'R5',
  sentence: 'The user cannot remove more seats than the minimum required seats for this particular SKU.',
  judged: 'alsoAtEffect',
  namedInPolicyAs: 'skuQuantityRange',
  part: 'quantity',
  check({ requested: { quantity = 0 }, sku }) {
    const minimumQuantity = sku?.minimumQuantity ?? null;
    const step = sku?.quantityStep ?? 1;
    const inputs = { quantity, minimumQuantity };
    return minimumQuantity !== null && quantity < minimumQuantity
      ? failed('BELOW_MINIMUM_QUANTITY', inputs, { quantity: Math.ceil(minimumQuantity / step) * step })
      : { inputs };
  },
};

/** R5. */
export const skuMaximumQuantity: Rule = {
  name: 'skuMaximumQuantity',
  source: 'R5',
  sentence: 'The quantity may not exceed the maximum of this particular SKU.',
  judged: 'alsoAtEffect',
  namedInPolicyAs: 'skuQuantityRange',
  part: 'quantity',
  check({ requested: { quantity = 0 }, sku }) {
    const maximumQuantity = sku?.maximumQuantity ?? null;
    const step = sku?.quantityStep ?? 1;
    const inputs = { quantity, maximumQuantity };
    return maximumQuantity !== null && quantity > maximumQuantity
      ? failed('ABOVE_MAXIMUM_QUANTITY', inputs, { quantity: Math.floor(maximumQuantity / step) * step })
      : { inputs };
  },
};

/** R5. Of the two nearest multiples the larger is offered: nobody ends up with less than was asked for. */
export const skuQuantityStep: Rule = {
  name: 'skuQuantityStep',
  source: 'R5',
  sentence: 'The quantity is a multiple of the step of this particular SKU.',
  judged: 'alsoAtEffect',
  namedInPolicyAs: 'skuQuantityRange',
  part: 'quantity',
  check({ requested: { quantity = 0 }, sku }) {
    const quantityStep = sku?.quantityStep ?? 1;
    const inputs = { quantity, quantityStep };
    return quantity % quantityStep === 0
      ? { inputs }
      : failed('NOT_A_MULTIPLE_OF_STEP', inputs, { quantity: Math.ceil(quantity / quantityStep) * quantityStep });
  },
};
