import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from './client.ts';
import type { OrderPosition, OrderRow } from './orders.ts';
import { products } from './schema/catalogue.ts';
import { orders } from './schema/orders.ts';

/** One page of the orders of all products under a policy, newest first, each with what it was judged on. */
export const ordersUnderPolicy = (
  transaction: Transaction,
  policyId: string,
  { after, limit }: { after?: OrderPosition | undefined; limit: number },
): Promise<OrderRow[]> =>
  transaction
    .select()
    .from(orders)
    .where(
      and(
        inArray(
          orders.productId,
          transaction.select({ id: products.id }).from(products).where(eq(products.policyId, policyId)),
        ),
        after && sql`(${orders.submittedAt}, ${orders.id}) < (${after.submittedAt}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(orders.submittedAt), desc(orders.id))
    .limit(limit);
