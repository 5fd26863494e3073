import { findAccount } from '../../db/accounts.ts';
import { findProduct } from '../../db/catalogue.ts';
import { readAsTenant, type Transaction } from '../../db/client.ts';
import { loadPurchaseSituation } from '../../db/situation.ts';
import { preview } from '../../domain/preview.ts';
import type { DecisionInput } from '../../domain/rules/rule.ts';
import { type Actor, maySee } from '../actor.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { Problem } from '../problem.ts';
import type { Answer } from '../route.ts';
import { businessToday, loadSituation } from '../subscriptions/situation.ts';
import { assertMayOrder } from './may-order.ts';
import type { OrderBody } from './order-body.ts';
import { previewView } from './preview-view.ts';

/** A purchase gets its id when it is placed; until then what it would make has none. */
const NOT_THERE_YET = '';

/**
 * What an order would do if it were placed now; nothing is stored and no workflow starts. A rejection is an answer too. Throws
 * ROLE_NOT_ALLOWED, SUBSCRIPTION_NOT_FOUND, ACCOUNT_NOT_FOUND, PRODUCT_NOT_FOUND, CatalogueIncomplete.
 */
export async function previewOrder(
  { database, now }: Pick<ApiDependencies, 'database' | 'now'>,
  actor: Actor,
  order: OrderBody,
): Promise<Answer> {
  assertMayOrder(actor, order);
  const input = await readAsTenant(database, 'changeover_api', actor.tenant, (transaction) =>
    judged(transaction, actor, order, now()),
  );
  return { status: 200, body: previewView(preview(input)) };
}

async function judged(transaction: Transaction, actor: Actor, order: OrderBody, now: Date): Promise<DecisionInput> {
  if (order.type !== 'purchase') {
    const { row: _, ...situation } = await loadSituation(transaction, actor, order.subscriptionId, now);
    return { ...situation, order };
  }
  const { accountId, productId } = order;
  const { tenant, role, subject } = actor;
  const account = await findAccount(transaction, accountId);
  if (!account || !maySee(actor, { tenant, account: accountId })) throw new Problem('ACCOUNT_NOT_FOUND');
  const product = await findProduct(transaction, productId);
  if (!product) throw new Problem('PRODUCT_NOT_FOUND');
  const today = businessToday(product, now);
  return loadPurchaseSituation(transaction, order, { id: NOT_THERE_YET, product, role, subject, today });
}
