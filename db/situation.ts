import type { Product } from '../domain/catalogue.ts';
import type { Purchase } from '../domain/order-types/purchase.ts';
import type { PlainDate } from '../domain/plain-date.ts';
import { purchaseInput } from '../domain/purchase-input.ts';
import type { Role } from '../domain/role.ts';
import type { DecisionInput } from '../domain/rules/rule.ts';
import type { Transaction } from './client.ts';
import { loadFacts, loadPurchaseFacts } from './order-facts.ts';
import { loadPolicy } from './policies.ts';
import { type SubscriptionRow, toSubscription } from './subscriptions.ts';

/** All that the rules know beside an order itself. */
export type Situation = Omit<DecisionInput, 'order' | 'moment'>;

/** What is known of a subscription on a day in its product's zone. Throws CatalogueIncomplete where no policy is in force. */
export async function loadSituation(
  transaction: Transaction,
  row: SubscriptionRow,
  { product, role, today }: { product: Product; role: Role; today: PlainDate },
): Promise<Situation> {
  return {
    subscription: toSubscription(row),
    product,
    policy: await loadPolicy(transaction, product.policyId, today),
    facts: await loadFacts(transaction, row, { role, today }),
    today,
  };
}

/**
 * The same for a purchase, whose subscription is not there yet; `id` becomes its. What a partner buys is bought through the
 * partner (R25).
 */
export async function loadPurchaseSituation(
  transaction: Transaction,
  order: Purchase,
  {
    id,
    product,
    role,
    subject,
    today,
  }: { id: string; product: Product; role: Role; subject: string; today: PlainDate },
): Promise<DecisionInput<Purchase>> {
  const { accountId, productId } = order;
  return purchaseInput(order, {
    id,
    product,
    policy: await loadPolicy(transaction, product.policyId, today),
    facts: await loadPurchaseFacts(transaction, { accountId, productId, role }),
    partnerId: role === 'partner' ? subject : null,
    today,
  });
}
