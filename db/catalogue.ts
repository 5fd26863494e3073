import { and, desc, eq, lte } from 'drizzle-orm';
import type { Product, Sku } from '../domain/catalogue.ts';
import type { PlainDate } from '../domain/plain-date.ts';
import type { Policy } from '../domain/policy.ts';
import type { Transaction } from './client.ts';
import { policies, products, skus, tenants } from './schema/catalogue.ts';

/** Thrown when a catalogue entry that others refer to is missing: an operator must repair the catalogue. */
export class CatalogueIncomplete extends Error {
  override readonly name = 'CatalogueIncomplete';
}

/** Thrown when a token speaks for a tenant that this installation does not have. */
export class TenantUnknown extends Error {
  override readonly name = 'TenantUnknown';
}

export async function loadProduct(transaction: Transaction, productId: string): Promise<Product> {
  const [row] = await transaction.select().from(products).where(eq(products.id, productId));
  if (!row) throw new CatalogueIncomplete(`There is no product ${productId}`);
  return toProduct(row);
}

export const toProduct = (row: typeof products.$inferSelect): Product => ({
  id: row.id,
  name: row.name,
  vendor: row.vendor,
  timeZone: row.timeZone,
  policyId: row.policyId,
  unit: { one: row.unitOne, many: row.unitMany },
});

export async function loadSku(transaction: Transaction, skuId: string): Promise<Sku> {
  const [row] = await transaction.select().from(skus).where(eq(skus.id, skuId));
  if (!row) throw new CatalogueIncomplete(`There is no SKU ${skuId}`);
  return toSku(row);
}

export const toSku = ({ id, productId, name, minimumQuantity, maximumQuantity }: typeof skus.$inferSelect): Sku => ({
  id,
  productId,
  name,
  minimumQuantity,
  maximumQuantity,
});

/** The version of a policy in force on a date of the product's business time zone. */
export async function loadPolicy(transaction: Transaction, policyId: string, on: PlainDate): Promise<Policy> {
  const [row] = await transaction
    .select()
    .from(policies)
    .where(and(eq(policies.id, policyId), lte(policies.effectiveFrom, on)))
    .orderBy(desc(policies.version))
    .limit(1);
  if (!row) throw new CatalogueIncomplete(`Policy ${policyId} has no version in force on ${on}`);
  return { id: row.id, version: row.version, effectiveFrom: row.effectiveFrom as PlainDate, rules: row.rules };
}

export async function loadTenant(transaction: Transaction): Promise<{ name: string; supportContact: string }> {
  const [row] = await transaction.select({ name: tenants.name, supportContact: tenants.supportContact }).from(tenants);
  if (!row) throw new TenantUnknown('The tenant is not set up');
  return row;
}
