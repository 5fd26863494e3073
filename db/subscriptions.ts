import { and, asc, eq, getTableColumns, gt, inArray } from 'drizzle-orm';
import type { Transaction } from './client.ts';
import { products, skus } from './schema/catalogue.ts';
import { accounts, subscriptionHistory, subscriptions } from './schema/subscriptions.ts';

export type SubscriptionRow = typeof subscriptions.$inferSelect;

/**
 * Takes the row lock that decisions, completions and acknowledgements of one subscription share, so that they happen
 * one after the other. Undefined when there is no such subscription in the transaction's tenant.
 */
export async function lockSubscription(
  transaction: Transaction,
  subscriptionId: string,
): Promise<SubscriptionRow | undefined> {
  const [row] = await transaction
    .select()
    .from(subscriptions)
    .where(eq(subscriptions.id, subscriptionId))
    .for('update');
  return row;
}

/** A subscription with what a screen needs to speak of it. */
export type SubscriptionView = SubscriptionRow & {
  product: typeof products.$inferSelect;
  sku: typeof skus.$inferSelect;
  account: typeof accounts.$inferSelect;
};

const views = (transaction: Transaction) =>
  transaction
    .select({
      ...getTableColumns(subscriptions),
      product: getTableColumns(products),
      sku: getTableColumns(skus),
      account: getTableColumns(accounts),
    })
    .from(subscriptions)
    .innerJoin(products, and(eq(products.tenant, subscriptions.tenant), eq(products.id, subscriptions.productId)))
    .innerJoin(skus, and(eq(skus.tenant, subscriptions.tenant), eq(skus.id, subscriptions.skuId)))
    .innerJoin(accounts, and(eq(accounts.tenant, subscriptions.tenant), eq(accounts.id, subscriptions.accountId)));

export async function findSubscription(
  transaction: Transaction,
  subscriptionId: string,
): Promise<SubscriptionView | undefined> {
  const [row] = await views(transaction).where(eq(subscriptions.id, subscriptionId));
  return row;
}

/** One page in the order of ids. `accountIds` undefined means every account of the tenant. */
export function listSubscriptions(
  transaction: Transaction,
  {
    accountIds,
    after,
    limit,
  }: { accountIds?: readonly string[] | undefined; after?: string | undefined; limit: number },
): Promise<SubscriptionView[]> {
  return views(transaction)
    .where(
      and(
        accountIds && inArray(subscriptions.accountId, [...accountIds]),
        after === undefined ? undefined : gt(subscriptions.id, after),
      ),
    )
    .orderBy(asc(subscriptions.id))
    .limit(limit);
}

/** Thrown when a row changed between reading and writing it although its lock was held: a programming error. */
export class VersionConflict extends Error {
  override readonly name = 'VersionConflict';
}

/** Writes what an order did to its subscription, and the history of it. The caller holds the row's lock. */
export async function changeSubscription(
  transaction: Transaction,
  before: SubscriptionRow,
  change: { quantity: number },
  { orderId, actor, reason, effectiveAt }: { orderId: string; actor: string; reason: string; effectiveAt: Date },
): Promise<void> {
  const version = before.version + 1;
  const changed = await transaction
    .update(subscriptions)
    .set({ ...change, version })
    .where(and(eq(subscriptions.id, before.id), eq(subscriptions.version, before.version)))
    .returning({ quantity: subscriptions.quantity, state: subscriptions.state });
  const [after] = changed;
  if (!after) throw new VersionConflict(`Subscription ${before.id} is no longer at version ${before.version}`);
  await transaction.insert(subscriptionHistory).values({
    tenant: before.tenant,
    subscriptionId: before.id,
    version,
    orderId,
    actor,
    reason,
    effectiveAt,
    ...after,
  });
}
