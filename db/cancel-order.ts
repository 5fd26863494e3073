import type { Transaction } from './client.ts';
import { endUnmade } from './end-unmade.ts';
import { findOrder, type OrderRow, stepOrder } from './orders.ts';
import { lockSubscription } from './subscriptions.ts';

export type CancelledBy = { orderId: string; subject: string; reason: string; at: Date };

export type CancelOutcome =
  | { outcome: 'cancelled'; order: OrderRow }
  /** It is at work or has ended: what it does, or did, cannot be taken back so. */
  | { outcome: 'notScheduled'; order: OrderRow }
  | { outcome: 'notFound' };

/** Takes an accepted order back before it has begun; repeating it changes nothing. Nothing has reached the vendor by then. */
export async function cancelOrder(
  transaction: Transaction,
  { orderId, subject, reason, at }: CancelledBy,
): Promise<CancelOutcome> {
  const found = await findOrder(transaction, orderId);
  if (!found) return { outcome: 'notFound' };
  const subscription = await lockSubscription(transaction, found.subscriptionId);
  const order = await findOrder(transaction, orderId);
  if (!order) return { outcome: 'notFound' };
  if (order.state === 'cancelled') return { outcome: 'cancelled', order };
  if (order.state !== 'scheduled') return { outcome: 'notScheduled', order };
  if (subscription) await endUnmade(transaction, order, subscription, { actor: subject, at });
  const cancelled = await stepOrder(
    transaction,
    order,
    { state: 'cancelled', finishedAt: at },
    { type: 'order.cancelled', actor: subject, reason, at },
  );
  return { outcome: 'cancelled', order: cancelled };
}
