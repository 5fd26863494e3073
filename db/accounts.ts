import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Transaction } from './client.ts';
import { accountHistory, accounts, type CustomerDetails } from './schema/subscriptions.ts';

export type AccountRow = typeof accounts.$inferSelect;

export async function findAccount(transaction: Transaction, accountId: string): Promise<AccountRow | undefined> {
  const [row] = await transaction.select().from(accounts).where(eq(accounts.id, accountId));
  return row;
}

/** Takes the row lock that purchases of one account share, so that they are decided one after the other. Undefined for no such account. */
export async function lockAccount(transaction: Transaction, accountId: string): Promise<AccountRow | undefined> {
  const [row] = await transaction.select().from(accounts).where(eq(accounts.id, accountId)).for('update');
  return row;
}

/** One page in the order of ids. `accountIds` undefined means every account of the tenant. */
export function listAccounts(
  transaction: Transaction,
  {
    accountIds,
    after,
    limit,
  }: { accountIds?: readonly string[] | undefined; after?: string | undefined; limit: number },
): Promise<AccountRow[]> {
  return transaction
    .select()
    .from(accounts)
    .where(
      and(
        accountIds && inArray(accounts.id, [...accountIds]),
        after === undefined ? undefined : gt(accounts.id, after),
      ),
    )
    .orderBy(asc(accounts.id))
    .limit(limit);
}

/**
 * Writes what is given of an account's details, and the history of what that changes (S4: whenever the customer wants; R2: the
 * address given with an order becomes the account's). What is not given stays. Undefined for no such account.
 */
export async function changeCustomerDetails(
  transaction: Transaction,
  accountId: string,
  given: { [D in keyof CustomerDetails]?: CustomerDetails[D] | undefined },
  record: { actor: string; reason: string },
): Promise<AccountRow | undefined> {
  const account = await lockAccount(transaction, accountId);
  if (!account) return undefined;
  const changed = (['name', 'contactEmail', 'cardReference'] as const).filter(
    (detail) => given[detail] !== undefined && given[detail] !== account[detail],
  );
  if (changed.length === 0) return account;
  const only = (details: typeof given): Partial<CustomerDetails> =>
    Object.fromEntries(changed.map((detail) => [detail, details[detail]]));
  const [row] = await transaction.update(accounts).set(only(given)).where(eq(accounts.id, accountId)).returning();
  await transaction
    .insert(accountHistory)
    .values({ ...record, tenant: account.tenant, accountId, before: only(account), after: only(given) });
  return row;
}
