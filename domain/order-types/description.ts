import type { Product } from '../catalogue.ts';
import type { OrderRequest } from '../order-types.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Role } from '../role.ts';
import type { DecisionInput, Rule } from '../rules/rule.ts';

/** What the order does to the subscription once the vendor has done its part. */
export type SubscriptionChange = { quantity: number };

/** What the vendor is asked to do, before it gets its key; quantity in licensed units, total. */
export type VendorStep = { operation: 'changeQuantity'; quantity: number };

/** What a person is shown when the order has ended, and must have seen. */
export type Notice = { title: string; text: string };

/** What a notice may speak of. Dates are in the product's business time zone. */
export type NoticeFacts<R> = {
  order: R;
  product: Product;
  /** Licensed units before and after the order. */
  previousQuantity: number;
  effectiveDate: PlainDate;
};

/** Everything an order type is: who may order it, by which rules, with what effect, and in which words. */
export type OrderTypeDescription<R extends OrderRequest = OrderRequest> = {
  type: R['type'];
  /** R7: who may place it. */
  orderableBy: readonly Role[];
  /** All run on every order, in this order; the first that fails gives the rejection its code. */
  rules: readonly Rule<R>[];
  /** The date from which the change holds. */
  effectiveDate(input: DecisionInput<R>): PlainDate;
  change(order: R): SubscriptionChange;
  /** The vendor operations, in order. */
  steps(order: R): readonly VendorStep[];
  words: {
    completed(facts: NoticeFacts<R>): Notice;
    failed(facts: NoticeFacts<R>): Notice;
  };
};
