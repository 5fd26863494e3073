import { and, asc, eq } from 'drizzle-orm';
import { dateIn } from '../business-time.ts';
import { reportSubscription } from './change-subscription.ts';
import type { Transaction } from './client.ts';
import { effectiveDayOf, type OrderRow, stepOrder } from './orders.ts';
import { orders } from './schema/orders.ts';
import type { SubscriptionRow } from './subscriptions.ts';

/**
 * Leaves nothing behind of an accepted order that ends without its effect: what it had taken from the pending stack comes back,
 * and what it would have bought ends. The order's own step is the caller's, who holds the subscription's lock.
 */
export async function comeToNothing(
  transaction: Transaction,
  order: OrderRow,
  subscription: SubscriptionRow | undefined,
  by: { actor: string; at: Date },
): Promise<void> {
  if (subscription) await endUnmade(transaction, order, subscription, by);
  await restoreWithdrawn(transaction, order, by);
}

/**
 * Ends the subscription of a purchase that comes to nothing: it was never made at the vendor, so this is no cancellation (R4). Of
 * other orders it does nothing.
 */
async function endUnmade(
  transaction: Transaction,
  order: OrderRow,
  subscription: SubscriptionRow,
  { actor, at }: { actor: string; at: Date },
): Promise<void> {
  if (order.request.type !== 'purchase' || subscription.state === 'terminated') return;
  await reportSubscription(
    transaction,
    subscription,
    { state: 'terminated' },
    {
      orderId: order.id,
      actor,
      reason: 'the purchase came to nothing',
      effectiveAt: at,
      effectiveDate: effectiveDayOf(order),
    },
  );
}

/**
 * Brings back what an order had taken from the pending stack, because the order itself comes to nothing; what should have held by now
 * stays as it is.
 */
async function restoreWithdrawn(
  transaction: Transaction,
  order: OrderRow,
  { actor, at }: { actor: string; at: Date },
): Promise<void> {
  const today = dateIn(order.judged.product.timeZone, at);
  const withdrawn = await transaction
    .select()
    .from(orders)
    .where(and(eq(orders.withdrawnBy, order.id), eq(orders.state, 'cancelled')))
    .orderBy(asc(orders.decidedAt), asc(orders.id));
  for (const one of withdrawn) {
    if (effectiveDayOf(one) <= today) continue;
    await stepOrder(
      transaction,
      one,
      { state: 'scheduled', withdrawnBy: null, finishedAt: null },
      { type: 'order.scheduled', actor, reason: `order ${order.id} came to nothing`, at },
    );
  }
}
