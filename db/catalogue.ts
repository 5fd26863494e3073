import { and, asc, eq, getTableColumns, gt, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { Option, Plan, Product, Sku } from '../domain/catalogue.ts';
import type { Transaction } from './client.ts';
import { options, plans, products, skus, tenants } from './schema/catalogue.ts';

/** Thrown when a catalogue entry that others refer to is missing or faulty: an operator must repair the catalogue. */
export class CatalogueIncomplete extends Error {
  override readonly name = 'CatalogueIncomplete';
}

/** Thrown when a token speaks for a tenant that this installation does not have. */
export class TenantUnknown extends Error {
  override readonly name = 'TenantUnknown';
}

/** The rows of a product's plans, SKUs or options as one JSON array, so that a whole product is one query. */
const listed = <T>(table: typeof plans | typeof skus | typeof options, row: SQL, order: SQL): SQL<T[]> =>
  sql<T[]>`(
    select coalesce(json_agg(json_build_object(${row}) order by ${order}), '[]') from ${table}
    where ${table.tenant} = ${products}.tenant and ${table.productId} = ${products}.id
  )`;

const withParts = {
  ...getTableColumns(products),
  plans: listed<Plan>(
    plans,
    sql`'id', ${plans.id}, 'name', ${plans.name}, 'level', ${plans.level}, 'endOfSaleDate', ${plans.endOfSaleDate},
      'endOfLifeDate', ${plans.endOfLifeDate}, 'compositionChangedOn', ${plans.compositionChangedOn}`,
    sql`${plans.level}, ${plans.id}`,
  ),
  skus: listed<Sku>(
    skus,
    sql`'id', ${skus.id}, 'planId', ${skus.planId}, 'name', ${skus.name}, 'minimumQuantity', ${skus.minimumQuantity},
      'maximumQuantity', ${skus.maximumQuantity}, 'quantityStep', ${skus.quantityStep}`,
    sql`${skus.minimumQuantity} nulls first, ${skus.id}`,
  ),
  options: listed<Option>(
    options,
    sql`'id', ${options.id}, 'name', ${options.name}, 'planIds', ${options.planIds}, 'requires', ${options.requires},
      'maximumQuantity', ${options.maximumQuantity}`,
    sql`${options.id}`,
  ),
};

const productRows = (transaction: Transaction) => transaction.select(withParts).from(products);

type ProductRow = Awaited<ReturnType<typeof productRows>>[number];

const toProduct = ({ tenant: _, unitOne: one, unitMany: many, ...row }: ProductRow): Product => ({
  ...row,
  unit: { one, many },
});

/** The whole product with its plans by level, SKUs by size and options, or undefined when there is none. */
export async function findProduct(transaction: Transaction, productId: string): Promise<Product | undefined> {
  const [row] = await productRows(transaction).where(eq(products.id, productId));
  return row && toProduct(row);
}

/** As `findProduct`, for who has been told of the product by a row that refers to it. Throws CatalogueIncomplete. */
export async function loadProduct(transaction: Transaction, productId: string): Promise<Product> {
  const product = await findProduct(transaction, productId);
  if (!product) throw new CatalogueIncomplete(`There is no product ${productId}`);
  return product;
}

/** One page in the order of ids. */
export async function listProducts(
  transaction: Transaction,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Product[]> {
  const rows = await productRows(transaction)
    .where(after === undefined ? undefined : gt(products.id, after))
    .orderBy(asc(products.id))
    .limit(limit);
  return rows.map(toProduct);
}

/** A plan with the product it belongs to, and the version that counts its changes. */
export type PlanRow = typeof plans.$inferSelect;

export async function findPlan(transaction: Transaction, planId: string): Promise<PlanRow | undefined> {
  const [row] = await transaction.select().from(plans).where(eq(plans.id, planId));
  return row;
}

/** One page in the order of ids; `awaitingApproval` leaves those whose composition has changed and that no partner has approved yet (R9). */
export function listPlans(
  transaction: Transaction,
  {
    productId,
    awaitingApproval = false,
    after,
    limit,
  }: {
    productId?: string | undefined;
    awaitingApproval?: boolean | undefined;
    after?: string | undefined;
    limit: number;
  },
): Promise<PlanRow[]> {
  return transaction
    .select()
    .from(plans)
    .where(
      and(
        productId === undefined ? undefined : eq(plans.productId, productId),
        awaitingApproval ? isNotNull(plans.compositionChangedOn) : undefined,
        after === undefined ? undefined : gt(plans.id, after),
      ),
    )
    .orderBy(asc(plans.id))
    .limit(limit);
}

export async function loadTenant(transaction: Transaction): Promise<{ name: string; supportContact: string }> {
  const [row] = await transaction.select({ name: tenants.name, supportContact: tenants.supportContact }).from(tenants);
  if (!row) throw new TenantUnknown('The tenant is not set up');
  return row;
}
