import { and, eq } from 'drizzle-orm';
import type { Facts } from '../domain/facts.ts';
import type { SubscriptionState } from '../domain/subscription.ts';
import type { Transaction } from './client.ts';
import { subscriptions } from './schema/subscriptions.ts';
import { toSubscription } from './subscriptions.ts';

/** States of a subscription that has, or is getting, an account at the vendor. */
const activated: readonly SubscriptionState[] = ['pendingActivation', 'active', 'suspended'];

/** What an account has, and last gave up, of a product: all of it, or all but one subscription. */
export async function holdingsOf(
  transaction: Transaction,
  { accountId, productId }: { accountId: string; productId: string },
  except?: string,
): Promise<Pick<Facts, 'lastCancellationDate' | 'activatedSubscriptions'>> {
  const held = await transaction
    .select()
    .from(subscriptions)
    .where(and(eq(subscriptions.accountId, accountId), eq(subscriptions.productId, productId)))
    .orderBy(subscriptions.id);
  const cancellations = held.flatMap(({ terminatedOn }) => terminatedOn ?? []).sort();
  return {
    lastCancellationDate: cancellations.at(-1) ?? null,
    activatedSubscriptions: held
      .filter(({ id, state }) => id !== except && activated.includes(state))
      .map(toSubscription),
  };
}
