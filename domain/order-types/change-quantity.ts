import type { Product } from '../catalogue.ts';
import { acknowledgementGate } from '../rules/acknowledgement-gate.ts';
import { confirmTotal } from '../rules/confirm-total.ts';
import { contactEmailRequired } from '../rules/contact-email-required.ts';
import { currentQuantityExpected } from '../rules/current-quantity-expected.ts';
import { notBelowAssignedQuantity } from '../rules/not-below-assigned-quantity.ts';
import { oneOrderAtWork } from '../rules/one-order-at-work.ts';
import { quantityChanges } from '../rules/quantity-changes.ts';
import { skuMaximumQuantity, skuMinimumQuantity } from '../rules/sku-quantity-range.ts';
import { subscriptionActive } from '../rules/subscription-active.ts';
import type { OrderTypeDescription } from './description.ts';

/** R1, R2: the new TOTAL of licensed units, with the present total as the person believes it to be. */
export type ChangeQuantity = {
  type: 'changeQuantity';
  subscriptionId: string;
  /** Licensed units after the change, in total. */
  quantity: number;
  /** Licensed units the person sees before the change. */
  expectedCurrentQuantity: number;
  /** Equal to `quantity` when the person has confirmed a total that reads like a delta. */
  confirmedTotal?: number | undefined;
  contactEmail?: string | undefined;
  note?: string | undefined;
};

const units = (quantity: number, { unit }: Product): string => `${quantity} ${quantity === 1 ? unit.one : unit.many}`;

export const changeQuantity: OrderTypeDescription<ChangeQuantity> = {
  type: 'changeQuantity',
  orderableBy: ['customer', 'partner', 'operator'],
  rules: [
    subscriptionActive,
    oneOrderAtWork,
    acknowledgementGate,
    currentQuantityExpected,
    quantityChanges,
    contactEmailRequired,
    skuMinimumQuantity,
    skuMaximumQuantity,
    notBelowAssignedQuantity,
    confirmTotal,
  ],
  effectiveDate: ({ today }) => today,
  change: ({ quantity }) => ({ quantity }),
  steps: ({ quantity }) => [{ operation: 'changeQuantity', quantity }],
  words: {
    completed: ({ order, product, previousQuantity, effectiveDate }) => ({
      title: 'Quantity changed',
      text: `${product.name} changed from ${units(previousQuantity, product)} to ${units(order.quantity, product)} in total, effective ${effectiveDate}.`,
    }),
    failed: ({ order, product, previousQuantity }) => ({
      title: 'Quantity not changed',
      text: `${product.name} could not be changed to ${units(order.quantity, product)}. It still has ${units(previousQuantity, product)} in total.`,
    }),
  },
};
