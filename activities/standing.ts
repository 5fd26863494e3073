import { startOfDay } from '../business-time.ts';
import { effectiveDayOf, nextDayOf, type OrderRow } from '../db/orders.ts';
import type { OrderStanding } from '../workflows/messages.ts';

/** All that a workflow is told of its order; the rest it does not need, and so it is not in its history. */
export function standing(order: OrderRow): OrderStanding {
  const { state, acknowledgement, judged, withdrawnBy } = order;
  // What a cancellation has withdrawn waits too: undoing that brings it back.
  const isWithdrawn = state === 'cancelled' && withdrawnBy !== null;
  if (state !== 'scheduled' && !isWithdrawn) return { state, acknowledgement };
  const day = isWithdrawn ? effectiveDayOf(order) : nextDayOf(order);
  return { state, acknowledgement, nextAt: startOfDay(judged.product.timeZone, day).toISOString() };
}
