import type { Transaction } from './client.ts';
import { type EventType, events } from './schema/events.ts';
import { orderHistory, type orders } from './schema/orders.ts';

/** Adds one step of an order's life to its history and to the live events, in the transaction that took the step. */
export async function recordStep(
  transaction: Transaction,
  order: typeof orders.$inferSelect,
  { type, actor, reason, at }: { type: EventType; actor: string; reason: string; at: Date },
): Promise<void> {
  const { tenant, id: orderId, version, state, acknowledgement, accountId, subscriptionId } = order;
  await transaction
    .insert(orderHistory)
    .values({ tenant, orderId, version, state, acknowledgement, actor, reason, effectiveAt: at });
  await transaction
    .insert(events)
    .values({ tenant, accountId, type, orderId, subscriptionId, state, acknowledgement, orderVersion: version });
}
