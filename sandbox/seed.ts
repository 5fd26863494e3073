import { asTenant, openDatabase, type Transaction } from '../db/client.ts';
import { policies, products, skus, tenants } from '../db/schema/catalogue.ts';
import { accounts, subscriptionHistory, subscriptions } from '../db/schema/subscriptions.ts';
import { sampleTenants } from './sample-data.ts';
import type { createVendorClient } from './vendor/client.ts';

/** Puts the sample catalogue, accounts and subscriptions where they are missing; what is there stays as orders left it. */
export async function seed(databaseUrl: string): Promise<void> {
  const database = openDatabase(databaseUrl, { most: 1, name: 'changeover-seed' });
  try {
    for (const { tenant, ...rows } of sampleTenants) {
      await asTenant(database, 'changeover_owner', tenant, (transaction) => seedTenant(transaction, tenant, rows));
    }
  } finally {
    await database.close();
  }
}

type Rows = Omit<(typeof sampleTenants)[number], 'tenant'>;

async function seedTenant(transaction: Transaction, tenant: string, rows: Rows): Promise<void> {
  const own = <T>(list: readonly T[]): (T & { tenant: string })[] => list.map((row) => ({ ...row, tenant }));
  await transaction
    .insert(tenants)
    .values(own([rows.seller]))
    .onConflictDoNothing();
  await transaction.insert(policies).values(own(rows.policies)).onConflictDoNothing();
  await transaction.insert(products).values(own(rows.products)).onConflictDoNothing();
  await transaction.insert(skus).values(own(rows.skus)).onConflictDoNothing();
  await transaction.insert(accounts).values(own(rows.accounts)).onConflictDoNothing();
  const added = await transaction
    .insert(subscriptions)
    .values(own(rows.subscriptions))
    .onConflictDoNothing()
    .returning();
  if (added.length === 0) return;
  await transaction.insert(subscriptionHistory).values(
    added.map(({ id, version, quantity, state }) => ({
      tenant,
      subscriptionId: id,
      version,
      actor: 'sandbox',
      reason: 'sample data',
      quantity,
      state,
      effectiveAt: new Date(),
    })),
  );
}

/** Makes the simulated vendor know the sample subscriptions; one it knows stays as its own ledger says. */
export async function seedVendor(vendor: ReturnType<typeof createVendorClient>): Promise<void> {
  for (const { subscriptions } of sampleTenants) {
    for (const { vendorSubscriptionId, quantity } of subscriptions) {
      await vendor.registerSubscription(vendorSubscriptionId, { quantity });
    }
  }
}
