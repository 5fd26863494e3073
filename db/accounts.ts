import { eq } from 'drizzle-orm';
import type { Transaction } from './client.ts';
import { accounts } from './schema/subscriptions.ts';

export type AccountRow = typeof accounts.$inferSelect;

/** R2: the address given with an order becomes the account's. */
export async function updateContactEmail(
  transaction: Transaction,
  accountId: string,
  contactEmail: string,
): Promise<void> {
  await transaction.update(accounts).set({ contactEmail }).where(eq(accounts.id, accountId));
}

export async function findAccount(transaction: Transaction, accountId: string): Promise<AccountRow | undefined> {
  const [row] = await transaction.select().from(accounts).where(eq(accounts.id, accountId));
  return row;
}

/** Takes the row lock that purchases of one account share, so that they are decided one after the other. Undefined for no such account. */
export async function lockAccount(transaction: Transaction, accountId: string): Promise<AccountRow | undefined> {
  const [row] = await transaction.select().from(accounts).where(eq(accounts.id, accountId)).for('update');
  return row;
}

/** S4: customer information and card may change whenever the customer wants; what is not given stays. Undefined for no such account. */
export async function changeCustomerDetails(
  transaction: Transaction,
  accountId: string,
  { contactEmail, cardReference }: { contactEmail?: string | undefined; cardReference?: string | null | undefined },
): Promise<AccountRow | undefined> {
  const details = {
    ...(contactEmail !== undefined && { contactEmail }),
    ...(cardReference !== undefined && { cardReference }),
  };
  if (Object.keys(details).length === 0) return findAccount(transaction, accountId);
  const [row] = await transaction.update(accounts).set(details).where(eq(accounts.id, accountId)).returning();
  return row;
}
