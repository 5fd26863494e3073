import { effectiveDayOf, type OrderRow } from '../db/orders.ts';
import { type SubscriptionRow, toSubscription } from '../db/subscriptions.ts';
import { changed, changeOf } from '../domain/effect.ts';
import { descriptionOf } from '../domain/order-types.ts';
import type { VendorStep } from '../domain/vendor-action.ts';
import type { OrderOperation, Undoable } from './carry-out.ts';

/**
 * What the vendor is to do for an order, from what its subscription is now. The same each time, for nothing else changes it while
 * the order is at work. A refused key is void for good, so each repair has keys of its own; the earlier ones may be applied all the same.
 */
export function operationsOf(order: OrderRow, row: SubscriptionRow): OrderOperation[] {
  const before = toSubscription(row);
  const effectiveDate = effectiveDayOf(order);
  const { product } = order.judged;
  const after = changed(before, changeOf(order.request, { subscription: before, product, effectiveDate }));
  const subscriptionId = order.request.type === 'purchase' ? row.id : row.vendorSubscriptionId;
  const steps = descriptionOf(order.request).steps(order.request, { before, after });
  const keyed = ({ name, does, undoes }: VendorStep, nth: number): Undoable => {
    const suffix = nth === 1 ? '' : `.${nth}`;
    return {
      does: { key: `${order.id}:${name}${suffix}`, subscriptionId, ...does },
      undoes: undoes && { key: `${order.id}:undo-${name}${suffix}`, subscriptionId, ...undoes },
    };
  };
  const earlier = Array.from({ length: order.tries - 1 }, (_, n) => order.tries - 1 - n);
  return steps.map((step) => ({ ...keyed(step, order.tries), earlier: earlier.map((nth) => keyed(step, nth)) }));
}
