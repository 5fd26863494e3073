import type { OrderRow } from '../db/orders.ts';
import { type SubscriptionRow, toSubscription } from '../db/subscriptions.ts';
import { changed, changeOf } from '../domain/effect.ts';
import { descriptionOf } from '../domain/order-types.ts';
import type { VendorAction } from '../domain/vendor-action.ts';
import type { OrderOperation, Tried } from './carry-out.ts';

/**
 * What the vendor is to do for an order, from what its subscription is now. The same each time, for nothing else changes it while
 * the order is at work. A refused key is void for good, so each repair has keys of its own; the earlier ones may be applied all the same.
 */
export function operationsOf(order: OrderRow, row: SubscriptionRow): OrderOperation[] {
  const before = toSubscription(row);
  const effectiveDate = order.effectiveDate ?? order.decisionDate;
  const { product } = order.judged;
  const after = changed(before, changeOf(order.request, { subscription: before, product, effectiveDate }));
  const subscriptionId = order.request.type === 'purchase' ? row.id : row.vendorSubscriptionId;
  const tried = (name: string, action: VendorAction): Tried => {
    const keys = Array.from({ length: order.tries }, (_, n) => `${order.id}:${name}${n === 0 ? '' : `.${n + 1}`}`);
    const [key = '', ...earlier] = keys.toReversed();
    return { operation: { key, subscriptionId, ...action }, earlier };
  };
  return descriptionOf(order.request)
    .steps(order.request, { before, after })
    .map(({ name, does, undoes }) => ({ does: tried(name, does), undoes: undoes && tried(`undo-${name}`, undoes) }));
}
