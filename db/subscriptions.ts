import { and, asc, eq, getTableColumns, gt, inArray } from 'drizzle-orm';
import type { Subscription } from '../domain/subscription.ts';
import type { Transaction } from './client.ts';
import { plans, products, skus } from './schema/catalogue.ts';
import { accounts, subscriptions } from './schema/subscriptions.ts';

export type SubscriptionRow = typeof subscriptions.$inferSelect;

/** What the rules know of a subscription; the vendor's name for it and its version are not their business. */
export const toSubscription = (row: SubscriptionRow): Subscription => ({
  id: row.id,
  accountId: row.accountId,
  productId: row.productId,
  planId: row.planId,
  skuId: row.skuId,
  quantity: row.quantity,
  assignedQuantity: row.assignedQuantity,
  options: row.options,
  term: row.term,
  servicePeriod: { start: row.periodStart, end: row.periodEnd },
  state: row.state,
  trial: row.trial,
  autoRenewal: { enabled: row.autoRenewalEnabled, frequency: row.autoRenewalFrequency },
  expirationDate: row.expirationDate,
  expirationNotificationDays: row.expirationNotificationDays,
  unitsPerLicence: row.unitsPerLicence,
  managed: row.managed,
  firstOrderDate: row.firstOrderDate,
  activation: { mode: row.activationMode, date: row.activationDate },
  suspendedUntil: row.suspendedUntil,
  partnerId: row.partnerId,
});

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
  plan: typeof plans.$inferSelect;
  sku: typeof skus.$inferSelect;
  account: typeof accounts.$inferSelect;
};

const views = (transaction: Transaction) =>
  transaction
    .select({
      ...getTableColumns(subscriptions),
      product: getTableColumns(products),
      plan: getTableColumns(plans),
      sku: getTableColumns(skus),
      account: getTableColumns(accounts),
    })
    .from(subscriptions)
    .innerJoin(products, and(eq(products.tenant, subscriptions.tenant), eq(products.id, subscriptions.productId)))
    .innerJoin(plans, and(eq(plans.tenant, subscriptions.tenant), eq(plans.id, subscriptions.planId)))
    .innerJoin(skus, and(eq(skus.tenant, subscriptions.tenant), eq(skus.id, subscriptions.skuId)))
    .innerJoin(accounts, and(eq(accounts.tenant, subscriptions.tenant), eq(accounts.id, subscriptions.accountId)));

/** Changeover's id of what a vendor knows under a name of its own; undefined when no product of the vendor has it. */
export async function subscriptionIdAt(
  transaction: Transaction,
  vendor: string,
  vendorSubscriptionId: string,
): Promise<string | undefined> {
  const [row] = await transaction
    .select({ id: subscriptions.id })
    .from(subscriptions)
    .innerJoin(products, and(eq(products.tenant, subscriptions.tenant), eq(products.id, subscriptions.productId)))
    .where(and(eq(subscriptions.vendorSubscriptionId, vendorSubscriptionId), eq(products.vendor, vendor)));
  return row?.id;
}

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

/** Gives a subscription that the vendor has just made the vendor's name for it; it never gets another (R12). The caller holds the row's lock. */
export async function nameAtVendor(
  transaction: Transaction,
  before: SubscriptionRow,
  vendorSubscriptionId: string,
): Promise<SubscriptionRow> {
  const [after] = await transaction
    .update(subscriptions)
    .set({ vendorSubscriptionId })
    .where(eq(subscriptions.id, before.id))
    .returning();
  if (!after) throw new VersionConflict(`Subscription ${before.id} is gone`);
  return after;
}
