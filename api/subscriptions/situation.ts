import { CatalogueIncomplete, loadProduct } from '../../db/catalogue.ts';
import type { Transaction } from '../../db/client.ts';
import { loadFacts } from '../../db/order-facts.ts';
import { loadPolicy } from '../../db/policies.ts';
import { toSubscription } from '../../db/subscriptions.ts';
import type { Product } from '../../domain/catalogue.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { DecisionInput } from '../../domain/rules/rule.ts';
import type { Actor } from '../actor.ts';
import { todayFor } from '../today.ts';
import { findVisibleSubscription, type VisibleSubscription } from './find-visible-subscription.ts';

/** A subscription with all that the rules know of it today. */
export type Situation = Omit<DecisionInput, 'order' | 'moment'> & { row: VisibleSubscription };

/** Throws SUBSCRIPTION_NOT_FOUND, and CatalogueIncomplete where the product cannot be judged by. */
export async function loadSituation(
  transaction: Transaction,
  actor: Actor,
  subscriptionId: string,
  now: Date,
): Promise<Situation> {
  const row = await findVisibleSubscription(transaction, actor, subscriptionId);
  const product = await loadProduct(transaction, row.productId);
  const today = businessToday(product, now);
  return {
    row,
    subscription: toSubscription(row),
    product,
    policy: await loadPolicy(transaction, product.policyId, today),
    facts: await loadFacts(transaction, row, { role: actor.role, today }),
    today,
  };
}

/** The date in the product's zone. Throws CatalogueIncomplete where that zone does not exist. */
export function businessToday(product: Product, now: Date): PlainDate {
  const today = todayFor(product, now);
  if (today === null) throw new CatalogueIncomplete(`Product ${product.id} has no time zone that exists`);
  return today;
}
