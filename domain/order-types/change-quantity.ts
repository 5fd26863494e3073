import { partsEffectDate } from '../calendar/effect-date.ts';
import { skuOf } from '../catalogue.ts';
import { confirmTotal } from '../rules/confirm-total.ts';
import { currentQuantityExpected } from '../rules/current-quantity-expected.ts';
import type { OrderFields } from './common.ts';
import type { OrderTypeDescription } from './description.ts';
import { partSteps } from './part-steps.ts';
import { units } from './words.ts';

/** R1, R2: the new TOTAL of licensed units, with the present total as the person believes it to be. */
export type ChangeQuantity = OrderFields & {
  type: 'changeQuantity';
  /** Licensed units after the change, in total. */
  quantity: number;
  /** Licensed units the person sees before the change. */
  expectedCurrentQuantity: number;
  /** Equal to `quantity` when the person has confirmed a total that reads like a delta. */
  confirmedTotal?: number | undefined;
};

export const changeQuantity: OrderTypeDescription<ChangeQuantity> = {
  type: 'changeQuantity',
  orderableBy: ['customer', 'partner', 'operator'],
  from: ['active'],
  modifies: true,
  requested: ({ quantity }) => ({ quantity }),
  rules: [currentQuantityExpected, confirmTotal],
  effectiveDate: (input) => partsEffectDate(input.requested, input),
  effect: () => ({}),
  examples({ subscription: { id, quantity, skuId }, product, contactEmail }) {
    const step = skuOf(product, skuId)?.quantityStep ?? 1;
    const total = (wanted: number): ChangeQuantity => ({
      type: 'changeQuantity',
      subscriptionId: id,
      quantity: wanted,
      expectedCurrentQuantity: quantity,
      confirmedTotal: wanted,
      contactEmail,
    });
    return [
      { action: 'increaseQuantity', order: total(quantity + step) },
      { action: 'decreaseQuantity', order: total(quantity - step) },
    ];
  },
  reversedBy: ({ subscriptionId, quantity, contactEmail }, before) => ({
    type: 'changeQuantity',
    subscriptionId,
    quantity: before.quantity,
    expectedCurrentQuantity: quantity,
    confirmedTotal: before.quantity,
    contactEmail,
  }),
  steps: (order, change) => partSteps(changeQuantity.requested(order), change),
  words: {
    ordered: ({ order, product }) => `Change the quantity to ${units(order.quantity, product)} in total`,
    completed: ({ order, product, before, effectiveDate }) => ({
      title: 'Quantity changed',
      text: `${product.name} changed from ${units(before.quantity, product)} to ${units(order.quantity, product)} in total, effective ${effectiveDate}.`,
    }),
    failed: ({ order, product, before }) => ({
      title: 'Quantity not changed',
      text: `${product.name} could not be changed to ${units(order.quantity, product)}. It still has ${units(before.quantity, product)} in total.`,
    }),
  },
};
