import { eq } from 'drizzle-orm';
import type { Transaction } from './client.ts';
import { accounts } from './schema/subscriptions.ts';

/** R2: the address given with an order becomes the account's. */
export async function updateContactEmail(
  transaction: Transaction,
  accountId: string,
  contactEmail: string,
): Promise<void> {
  await transaction.update(accounts).set({ contactEmail }).where(eq(accounts.id, accountId));
}
