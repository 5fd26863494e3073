import type { Transaction } from './client.ts';
import { findOrder, type OrderRow } from './orders.ts';
import { lockSubscription, type SubscriptionRow } from './subscriptions.ts';

/** An order, and the subscription it is about; a purchase that was rejected never had one. */
export type LockedOrder = { order: OrderRow; subscription: SubscriptionRow | undefined };

/**
 * An order as it is under its subscription's lock, which whoever moves an order on must hold: only the order tells which
 * subscription that is, so it is read before and after. Undefined when there is no such order.
 */
export async function lockOrder(transaction: Transaction, orderId: string): Promise<LockedOrder | undefined> {
  const found = await findOrder(transaction, orderId);
  const subscription = found && (await lockSubscription(transaction, found.subscriptionId));
  const order = found && (await findOrder(transaction, orderId));
  return order && { order, subscription };
}
