import { asTenant } from '../../db/client.ts';
import { findOrder, type OrderRow } from '../../db/orders.ts';
import { type Actor, maySee } from '../actor.ts';
import type { ApiDependencies } from '../dependencies.ts';

/** The order, if it exists and the actor may see it; one that belongs to somebody else is like one that does not exist. */
export async function findVisibleOrder(
  { database }: ApiDependencies,
  actor: Actor,
  orderId: string,
): Promise<OrderRow | undefined> {
  const order = await asTenant(database, 'changeover_api', actor.tenant, (transaction) =>
    findOrder(transaction, orderId),
  );
  return order && maySee(actor, { tenant: order.tenant, account: order.accountId }) ? order : undefined;
}
