import type { Product } from '../catalogue.ts';
import type { OrderRequest } from '../order-types.ts';
import type { PlainDate } from '../plain-date.ts';
import type { RequestedChange } from '../requested-change.ts';
import type { Role } from '../role.ts';
import type { Rule, RuleInput } from '../rules/rule.ts';
import type { Subscription, SubscriptionChange, SubscriptionState } from '../subscription.ts';
import type { VendorStep } from '../vendor-action.ts';
import type { BeforeAndAfter } from './part-steps.ts';

/** What a person is shown when the order has ended, and must have seen. */
export type Notice = { title: string; text: string };

/** What a notice may speak of. Dates are in the product's business time zone. */
export type NoticeFacts<R> = {
  order: R;
  product: Product;
  /** The subscription when the order was decided. */
  before: Subscription;
  effectiveDate: PlainDate;
};

/** What a change does, beside the parts it asks for. */
export type EffectInput<R> = {
  order: R;
  product: Product;
  /** As it is on the effective date, before the change. */
  subscription: Subscription;
  effectiveDate: PlainDate;
};

/** For whom examples of an order are made: a subscription as it is on the date they are asked for. */
export type ExampleInput = {
  subscription: Subscription;
  product: Product;
  date: PlainDate;
  contactEmail: string;
};

/** A typical order of a type and what people call it, such as `increaseQuantity`: what eligibility asks the rules about. */
export type Example<R> = { action: string; order: R };

/** Everything an order type is: who may order it, by which rules, with what effect, and in which words. */
export type OrderTypeDescription<R extends OrderRequest = OrderRequest> = {
  type: R['type'];
  /** R7: who may place it. */
  orderableBy: readonly Role[];
  /** States of the subscription from which it may be ordered. */
  from: readonly SubscriptionState[];
  /** Whether it modifies the licence, so that what is locked or awaits an approval is closed to it (R8, R9). */
  modifies: boolean;
  /** The parts it asks to change; what changes beside them is in `effect`. */
  requested(order: R): RequestedChange;
  /** Its own rules, beside those that judge every order and those of the parts it asks for. */
  rules: readonly Rule<R>[];
  /** The date from which the change holds. */
  effectiveDate(input: Omit<RuleInput<R>, 'effectiveDate' | 'pendingEffects'>): PlainDate;
  /** What it does to the subscription beside its parts. */
  effect(input: EffectInput<R>): SubscriptionChange;
  /** At least one typical order for each thing people do with the type; where the product has nothing to offer, one that is rejected for that. */
  examples(input: ExampleInput): readonly Example<R>[];
  /** The order that would bring back what was before, once this one holds; undefined where none can. */
  reversedBy(order: R, before: Subscription): OrderRequest | undefined;
  /** The vendor operations, in order; none where nothing has to change at the vendor. */
  steps(order: R, change: BeforeAndAfter): readonly VendorStep[];
  words: {
    /** What the person orders, for a list: "Change the quantity to 6 agents". */
    ordered(facts: { order: R; product: Product }): string;
    completed(facts: NoticeFacts<R>): Notice;
    failed(facts: NoticeFacts<R>): Notice;
  };
};
