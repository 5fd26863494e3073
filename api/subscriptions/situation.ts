import { CatalogueIncomplete, loadProduct } from '../../db/catalogue.ts';
import type { Transaction } from '../../db/client.ts';
import { loadSituation as loadSituationOf, type Situation as SituationOf } from '../../db/situation.ts';
import type { Product } from '../../domain/catalogue.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { Actor } from '../actor.ts';
import { todayFor } from '../today.ts';
import { findVisibleSubscription, type VisibleSubscription } from './find-visible-subscription.ts';

/** A subscription with all that the rules know of it today. */
export type Situation = SituationOf & { row: VisibleSubscription };

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
  return { row, ...(await loadSituationOf(transaction, row, { product, role: actor.role, today })) };
}

/** The date in the product's zone. Throws CatalogueIncomplete where that zone does not exist. */
export function businessToday(product: Product, now: Date): PlainDate {
  const today = todayFor(product, now);
  if (today === null) throw new CatalogueIncomplete(`Product ${product.id} has no time zone that exists`);
  return today;
}
