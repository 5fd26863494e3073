import { startOfDay } from '../business-time.ts';
import { nextDayOf, type OrderRow } from '../db/orders.ts';
import type { OrderStanding } from '../workflows/messages.ts';

/** All that a workflow is told of its order; the rest it does not need, and so it is not in its history. */
export function standing(order: OrderRow): OrderStanding {
  const { state, acknowledgement, judged } = order;
  if (state !== 'scheduled') return { state, acknowledgement };
  return { state, acknowledgement, nextAt: startOfDay(judged.product.timeZone, nextDayOf(order)).toISOString() };
}
