import type { OrderRow } from '../db/orders.ts';
import { type SubscriptionRow, toSubscription } from '../db/subscriptions.ts';
import { changed, changeOf } from '../domain/effect.ts';
import { descriptionOf } from '../domain/order-types.ts';
import type { OrderOperation } from './carry-out.ts';

/** What the vendor is to do for an order, from what its subscription is now. The same each time, for nothing else changes it while the order is at work. */
export function operationsOf(order: OrderRow, row: SubscriptionRow): OrderOperation[] {
  const before = toSubscription(row);
  const effectiveDate = order.effectiveDate ?? order.decisionDate;
  const { product } = order.judged;
  const after = changed(before, changeOf(order.request, { subscription: before, product, effectiveDate }));
  const subscriptionId = order.request.type === 'purchase' ? row.id : row.vendorSubscriptionId;
  return descriptionOf(order.request)
    .steps(order.request, { before, after })
    .map(({ name, does, undoes }) => ({
      does: { key: `${order.id}:${name}`, subscriptionId, ...does },
      undoes: undoes && { key: `${order.id}:undo-${name}`, subscriptionId, ...undoes },
    }));
}
