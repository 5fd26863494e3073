import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Transaction } from './client.ts';
import { subscriptions } from './schema/subscriptions.ts';

/** Whether one of the accounts has a subscription to the plan that has not been terminated. */
export async function anyHoldsPlan(
  transaction: Transaction,
  planId: string,
  accountIds: readonly string[],
): Promise<boolean> {
  const [row] = await transaction
    .select({ id: subscriptions.id })
    .from(subscriptions)
    .where(
      and(
        eq(subscriptions.planId, planId),
        inArray(subscriptions.accountId, [...accountIds]),
        ne(subscriptions.state, 'terminated'),
      ),
    )
    .limit(1);
  return row !== undefined;
}
