import { and, asc, eq } from 'drizzle-orm';
import { dateIn } from '../business-time.ts';
import type { Transaction } from './client.ts';
import { type OrderRow, stepOrder } from './orders.ts';
import { orders } from './schema/orders.ts';

/**
 * Brings back what an order had taken from the pending stack, because the order itself comes to nothing; what should have held by now
 * stays as it is. The caller holds the subscription's lock.
 */
export async function restoreWithdrawn(
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
    if ((one.effectiveDate ?? one.decisionDate) <= today) continue;
    await stepOrder(
      transaction,
      one,
      { state: 'scheduled', withdrawnBy: null, finishedAt: null },
      { type: 'order.scheduled', actor, reason: `order ${order.id} came to nothing`, at },
    );
  }
}
