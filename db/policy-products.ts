import { asc, eq, inArray } from 'drizzle-orm';
import type { Product } from '../domain/catalogue.ts';
import { loadProduct } from './catalogue.ts';
import type { Transaction } from './client.ts';
import { products } from './schema/catalogue.ts';

/** What has to be known of a product to tell which version of its policy is in force. */
export type BoundProduct = Pick<typeof products.$inferSelect, 'id' | 'name' | 'timeZone' | 'policyId'>;

/** The products that name one of these policies, in the order of their ids. */
export const boundProducts = (transaction: Transaction, policyIds: readonly string[]): Promise<BoundProduct[]> =>
  transaction
    .select({ id: products.id, name: products.name, timeZone: products.timeZone, policyId: products.policyId })
    .from(products)
    .where(inArray(products.policyId, [...policyIds]))
    .orderBy(asc(products.id));

/** The same for one policy, each with all its parts. */
export async function productsOfPolicy(transaction: Transaction, policyId: string): Promise<Product[]> {
  const rows = await transaction
    .select({ id: products.id })
    .from(products)
    .where(eq(products.policyId, policyId))
    .orderBy(asc(products.id));
  const whole: Product[] = [];
  for (const { id } of rows) whole.push(await loadProduct(transaction, id));
  return whole;
}
