import type { Transaction } from './client.ts';
import { comeToNothing } from './come-to-nothing.ts';
import { lockOrder } from './lock-order.ts';
import { type OrderRow, stepOrder } from './orders.ts';

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
  const locked = await lockOrder(transaction, orderId);
  if (!locked) return { outcome: 'notFound' };
  const { order, subscription } = locked;
  const by = { subject, reason, at };
  if (order.state === 'cancelled') return { outcome: 'cancelled', order: await givenUp(transaction, order, by) };
  if (order.state !== 'scheduled') return { outcome: 'notScheduled', order };
  await comeToNothing(transaction, order, subscription, { actor: subject, at });
  const cancelled = await stepOrder(
    transaction,
    order,
    { state: 'cancelled', finishedAt: at },
    { type: 'order.cancelled', actor: subject, reason, at },
  );
  return { outcome: 'cancelled', order: cancelled };
}

/** What another order had withdrawn, and might bring back, stays cancelled from now on. */
const givenUp = async (
  transaction: Transaction,
  order: OrderRow,
  { subject, reason, at }: Omit<CancelledBy, 'orderId'>,
): Promise<OrderRow> =>
  order.withdrawnBy === null
    ? order
    : stepOrder(transaction, order, { withdrawnBy: null }, { type: 'order.cancelled', actor: subject, reason, at });
