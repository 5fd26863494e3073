import { statesToAcknowledge } from '../domain/order.ts';
import type { Transaction } from './client.ts';
import { lockOrder } from './lock-order.ts';
import { type OrderRow, stepOrder } from './orders.ts';

export type AcknowledgeOutcome =
  | { outcome: 'acknowledged'; order: OrderRow }
  /** It was acknowledged or waived before; the first time stands. */
  | { outcome: 'alreadyClosed'; order: OrderRow }
  /** There is no outcome yet, or another one than was shown. */
  | { outcome: 'notShown'; order: OrderRow }
  | { outcome: 'notFound' };

export type AcknowledgedBy = { orderId: string; subject: string; channel: string; noticeHash: string; at: Date };

/**
 * Records that a person has seen an order's outcome (R3). The one way to do so, for the workflow and, where that is gone,
 * for the API. Repeating it changes nothing.
 */
export async function acknowledgeOrder(
  transaction: Transaction,
  { orderId, subject, channel, noticeHash, at }: AcknowledgedBy,
): Promise<AcknowledgeOutcome> {
  const order = (await lockOrder(transaction, orderId))?.order;
  if (!order) return { outcome: 'notFound' };
  if (isClosed(order)) return { outcome: 'alreadyClosed', order };
  const finished = (statesToAcknowledge as readonly string[]).includes(order.state);
  if (!finished || order.noticeHash !== noticeHash) return { outcome: 'notShown', order };
  const acknowledged = await stepOrder(
    transaction,
    order,
    { acknowledgement: 'acknowledged', acknowledgedAt: at, acknowledgedBy: subject, acknowledgedChannel: channel },
    { type: 'order.acknowledged', actor: subject, reason: `seen in ${channel}`, at },
  );
  return { outcome: 'acknowledged', order: acknowledged };
}

const isClosed = ({ acknowledgement }: OrderRow): boolean =>
  acknowledgement === 'acknowledged' || acknowledgement === 'waived';

/** Who lets an outcome go unseen, and why. */
export type WaivedBy = { orderId: string; subject: string; reason: string; at: Date };

/**
 * Records that nobody will see an order's outcome any more, such as when the person has left (R3): an operator's word, with its
 * reason. Repeating it changes nothing.
 */
export async function waiveAcknowledgement(
  transaction: Transaction,
  { orderId, subject, reason, at }: WaivedBy,
): Promise<AcknowledgeOutcome> {
  const order = (await lockOrder(transaction, orderId))?.order;
  if (!order) return { outcome: 'notFound' };
  if (isClosed(order)) return { outcome: 'alreadyClosed', order };
  if (order.acknowledgement !== 'awaiting') return { outcome: 'notShown', order };
  const waived = await stepOrder(
    transaction,
    order,
    { acknowledgement: 'waived', acknowledgedAt: at, acknowledgedBy: subject },
    { type: 'order.acknowledged', actor: subject, reason: `waived: ${reason}`, at },
  );
  return { outcome: 'acknowledged', order: waived };
}
