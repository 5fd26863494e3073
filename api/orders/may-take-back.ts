import { loadProduct } from '../../db/catalogue.ts';
import { readAsTenant } from '../../db/client.ts';
import { effectiveDayOf, type OrderRow } from '../../db/orders.ts';
import { loadSituation } from '../../db/situation.ts';
import { findSubscription } from '../../db/subscriptions.ts';
import { barToTakingBack } from '../../domain/taking-back.ts';
import type { Actor } from '../actor.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { Problem } from '../problem.ts';
import { todayFor } from '../today.ts';

/**
 * Throws ROLE_NOT_ALLOWED, BOUGHT_THROUGH_PARTNER or RENEWAL_WINDOW_CLOSED where the contract keeps the actor from taking the order
 * back. A product in no known time zone keeps nobody from it.
 */
export async function assertMayTakeBack(
  { database, now }: Pick<ApiDependencies, 'database' | 'now'>,
  { tenant, role }: Actor,
  order: OrderRow,
): Promise<void> {
  const bar = await readAsTenant(database, 'changeover_api', tenant, async (transaction) => {
    const row = await findSubscription(transaction, order.subscriptionId);
    if (!row) return null;
    const product = await loadProduct(transaction, row.productId);
    const today = todayFor(product, now());
    if (today === null) return null;
    const situation = await loadSituation(transaction, row, { product, role, today });
    return barToTakingBack({ order: order.request, effectiveDate: effectiveDayOf(order) }, situation);
  });
  if (bar !== null) throw new Problem(bar, { orderId: order.id });
}
