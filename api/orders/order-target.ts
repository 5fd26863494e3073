import { findAccount } from '../../db/accounts.ts';
import { findProduct } from '../../db/catalogue.ts';
import type { Transaction } from '../../db/client.ts';
import { findSubscription } from '../../db/subscriptions.ts';
import { Problem } from '../problem.ts';
import type { OrderBody } from './order-body.ts';

/** Whose order it is, and whose system it will change. */
export type OrderTarget = { accountId: string; vendor: string };

/**
 * What an order is about: a subscription that is there, or for a purchase an account and a product. Undefined when there is no
 * such subscription or account; whether the actor may see it is not asked. Throws PRODUCT_NOT_FOUND.
 */
export async function findTarget(transaction: Transaction, order: OrderBody): Promise<OrderTarget | undefined> {
  if (order.type !== 'purchase') {
    const subscription = await findSubscription(transaction, order.subscriptionId);
    return subscription && { accountId: subscription.accountId, vendor: subscription.product.vendor };
  }
  const account = await findAccount(transaction, order.accountId);
  if (!account) return undefined;
  const product = await findProduct(transaction, order.productId);
  if (!product) throw new Problem('PRODUCT_NOT_FOUND');
  return { accountId: account.id, vendor: product.vendor };
}

/** What is answered when an order's target does not exist, or is somebody else's. */
export const targetAbsent = ({ type }: OrderBody): Problem =>
  new Problem(type === 'purchase' ? 'ACCOUNT_NOT_FOUND' : 'SUBSCRIPTION_NOT_FOUND');
