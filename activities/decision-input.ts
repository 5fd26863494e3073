import { dateIn } from '../business-time.ts';
import { loadProduct } from '../db/catalogue.ts';
import type { Transaction } from '../db/client.ts';
import { loadPurchaseSituation, loadSituation } from '../db/situation.ts';
import type { SubscriptionRow } from '../db/subscriptions.ts';
import type { Purchase } from '../domain/order-types/purchase.ts';
import type { OrderRequest } from '../domain/order-types.ts';
import type { Role } from '../domain/role.ts';
import type { DecisionInput } from '../domain/rules/rule.ts';

/** An order that is judged: its id, what it asks for, who placed it, and when it is judged. */
export type Judged = { orderId: string; request: OrderRequest; role: Role; subject: string; at: Date };

/**
 * Everything a decision on an order looks at, read in the deciding transaction; of an order that is pending itself, what else
 * is. Throws CatalogueIncomplete, and RangeError for a product in an unknown zone.
 */
export async function decisionInput(
  transaction: Transaction,
  { orderId, request, role, at }: Judged,
  subscription: SubscriptionRow,
): Promise<DecisionInput> {
  const product = await loadProduct(transaction, subscription.productId);
  const today = dateIn(product.timeZone, at);
  const situation = await loadSituation(transaction, subscription, { product, role, today });
  const { facts } = situation;
  const pendingChanges = facts.pendingChanges.filter((pending) => pending.orderId !== orderId);
  return { ...situation, order: request, facts: { ...facts, pendingChanges } };
}

/** The same for a purchase, whose subscription is not there yet. */
export async function purchaseDecisionInput(
  transaction: Transaction,
  { orderId: id, role, subject, at }: Omit<Judged, 'request'>,
  order: Purchase,
): Promise<DecisionInput> {
  const product = await loadProduct(transaction, order.productId);
  const today = dateIn(product.timeZone, at);
  return loadPurchaseSituation(transaction, order, { id, product, role, subject, today });
}
