import type { Transaction } from '../../db/client.ts';
import { findSubscription, type SubscriptionView } from '../../db/subscriptions.ts';
import { type Actor, maySee } from '../actor.ts';
import { Problem } from '../problem.ts';

export type VisibleSubscription = SubscriptionView;

/** The subscription, if the actor may see it; one that belongs to somebody else is like one that does not exist. Throws SUBSCRIPTION_NOT_FOUND. */
export async function findVisibleSubscription(
  transaction: Transaction,
  actor: Actor,
  subscriptionId: string,
): Promise<VisibleSubscription> {
  const row = await findSubscription(transaction, subscriptionId);
  if (!row || !maySee(actor, { tenant: row.tenant, account: row.accountId })) {
    throw new Problem('SUBSCRIPTION_NOT_FOUND');
  }
  return row;
}
