import type { Transaction } from './client.ts';
import { findOrder, type OrderRow, type OrderStep, stepOrder } from './orders.ts';
import type { EventType } from './schema/events.ts';

/** What becomes of a pending order, and the words of it; outcomes that are not named leave it as it is. */
const steps: Partial<Record<string, { state: 'cancelled' | 'scheduled'; type: EventType; reason: string }>> = {
  withdraw: { state: 'cancelled', type: 'order.cancelled', reason: 'withdrawn by order' },
  supersede: { state: 'cancelled', type: 'order.cancelled', reason: 'superseded by order' },
  restore: { state: 'scheduled', type: 'order.scheduled', reason: 'restored by order' },
};

/**
 * Does to the pending orders what the decision of an accepted order says, each with its history. What an order takes
 * remembers it, so that it comes back when that is undone or comes to nothing. The caller holds the subscription's lock.
 */
export async function settlePendingChanges(transaction: Transaction, accepted: OrderRow): Promise<void> {
  for (const { orderId, outcome } of accepted.decision.pendingChanges) {
    const settled = steps[outcome];
    const pending = settled && (await findOrder(transaction, orderId));
    if (!settled || !pending || pending.state === settled.state) continue;
    const { type, reason, state } = settled;
    const withdrawnBy = state === 'cancelled' ? accepted.id : null;
    const step: OrderStep = { state, withdrawnBy, finishedAt: state === 'cancelled' ? accepted.decidedAt : null };
    await stepOrder(transaction, pending, step, {
      type,
      actor: accepted.submittedBy,
      reason: `${reason} ${accepted.id}`,
      at: accepted.decidedAt,
    });
  }
}
