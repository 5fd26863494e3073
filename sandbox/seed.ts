import { sql } from 'drizzle-orm';
import { dateIn } from '../business-time.ts';
import { asTenant, openDatabase, type Transaction } from '../db/client.ts';
import { options, plans, policies, products, skus, tenants } from '../db/schema/catalogue.ts';
import { billingFacts } from '../db/schema/facts.ts';
import { accounts, subscriptionHistory, subscriptions } from '../db/schema/subscriptions.ts';
import { toSubscription } from '../db/subscriptions.ts';
import { atVendor } from './sample/at-vendor.ts';
import { type SampleTenant, sampleTenants } from './sample-data.ts';
import type { createVendorClient } from './vendor/client.ts';

/** Puts the sample catalogue, accounts and subscriptions where they are missing; what is there stays as orders left it. */
export async function seed(databaseUrl: string, now: Date = new Date()): Promise<void> {
  const database = openDatabase(databaseUrl, { most: 1, name: 'changeover-seed' });
  try {
    for (const { tenant, ...rows } of sampleTenants(now)) {
      await asTenant(database, 'changeover_owner', tenant, (transaction) => seedTenant(transaction, tenant, rows, now));
    }
  } finally {
    await database.close();
  }
}

type Rows = Omit<SampleTenant, 'tenant'>;

async function seedTenant(transaction: Transaction, tenant: string, rows: Rows, now: Date): Promise<void> {
  const own = <T>(list: readonly T[]): (T & { tenant: string })[] => list.map((row) => ({ ...row, tenant }));
  await transaction
    .insert(tenants)
    .values(own([rows.seller]))
    .onConflictDoNothing();
  await transaction.insert(policies).values(own(rows.policies)).onConflictDoNothing();
  await transaction
    .insert(products)
    .values(own(rows.products))
    // A folder of an earlier version has the products without what they have since been given; no order changes a product.
    .onConflictDoUpdate({
      target: [products.tenant, products.id],
      set: {
        vendorLeadDays: sql`excluded.vendor_lead_days`,
        terms: sql`excluded.terms`,
        activationPolicy: sql`excluded.activation_policy`,
        settings: sql`excluded.settings`,
      },
    });
  await transaction.insert(plans).values(own(rows.plans)).onConflictDoNothing();
  await transaction.insert(skus).values(own(rows.skus)).onConflictDoNothing();
  await transaction.insert(options).values(own(rows.options)).onConflictDoNothing();
  await transaction.insert(accounts).values(own(rows.accounts)).onConflictDoNothing();
  await seedSubscriptions(transaction, tenant, rows, now);
}

async function seedSubscriptions(
  transaction: Transaction,
  tenant: string,
  rows: Rows,
  effectiveAt: Date,
): Promise<void> {
  const added = await transaction
    .insert(subscriptions)
    .values(rows.subscriptions.map((row) => ({ ...row, tenant })))
    .onConflictDoNothing()
    .returning();
  if (added.length === 0) return;
  const zones = new Map(rows.products.map(({ id, timeZone }) => [id, timeZone]));
  await transaction.insert(subscriptionHistory).values(
    added.map((row) => ({
      tenant,
      subscriptionId: row.id,
      version: row.version,
      actor: 'sandbox',
      reason: 'sample data',
      snapshot: toSubscription(row),
      effectiveAt,
      effectiveDate: dateIn(zones.get(row.productId) ?? 'UTC', effectiveAt),
    })),
  );
  const isNew = new Set(added.map(({ id }) => id));
  const facts = rows.billingFacts.filter(({ subscriptionId }) => isNew.has(subscriptionId));
  if (facts.length > 0) await transaction.insert(billingFacts).values(facts.map((row) => ({ ...row, tenant })));
}

/** Makes the simulated vendor know the sample subscriptions, and whose they are; one it knows stays as its own ledger says. */
export async function seedVendor(vendor: ReturnType<typeof createVendorClient>): Promise<void> {
  for (const { tenant, products, subscriptions } of sampleTenants(new Date())) {
    const vendors = new Map(products.map((product) => [product.id, product.vendor]));
    for (const row of subscriptions) {
      const eventsAs = { tenant, vendor: vendors.get(row.productId) };
      await vendor.registerSubscription(row.vendorSubscriptionId, { ...atVendor(row), ...eventsAs });
    }
  }
}
