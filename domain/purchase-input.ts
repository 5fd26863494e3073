import type { Product } from './catalogue.ts';
import type { Facts } from './facts.ts';
import { type Purchase, prospectiveSubscription } from './order-types/purchase.ts';
import { later, type PlainDate } from './plain-date.ts';
import type { Policy } from './policy.ts';
import type { DecisionInput } from './rules/rule.ts';

/** What a purchase is judged by: the subscription it is about to make, and facts of the account and product; nothing is pending or at work on it. */
export function purchaseInput(
  order: Purchase,
  given: { id: string; product: Product; policy: Policy; facts: Facts; partnerId: string | null; today: PlainDate },
): DecisionInput<Purchase> {
  const { product, policy, today, facts } = given;
  const date = later(order.requestedStartDate ?? today, today);
  return {
    order,
    subscription: prospectiveSubscription(order, { ...given, date }),
    product,
    policy,
    facts: { ...facts, orderAtWork: null, pendingChanges: [], withdrawnByCancellation: [], lastIncreaseDate: null },
    today,
  };
}
