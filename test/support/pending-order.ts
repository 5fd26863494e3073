import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../db/client.ts';
import { insertOrder } from '../../db/orders.ts';
import { findSubscription, toSubscription } from '../../db/subscriptions.ts';
import type { Facts } from '../../domain/facts.ts';
import type { OrderRequest } from '../../domain/order-types.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { product } from './contract.ts';

const facts: Facts = {
  role: 'customer',
  orderAtWork: null,
  unacknowledgedOrders: [],
  pendingChanges: [],
  withdrawnByCancellation: [],
  lastIncreaseDate: null,
  billingPeriods: [],
  lastCancellationDate: null,
  activatedSubscriptions: [],
};

/** Writes an order that has been accepted and takes effect on a later day, as deciding it would; returns its id. `of` is what a purchase makes. */
export async function addPendingOrder(
  transaction: Transaction,
  order: OrderRequest,
  { today, effectiveDate, of = '' }: { today: PlainDate; effectiveDate: PlainDate; of?: string },
): Promise<string> {
  const subscriptionId = order.type === 'purchase' ? of : order.subscriptionId;
  const subscription = await findSubscription(transaction, subscriptionId);
  if (!subscription) throw new Error(`There is no subscription ${subscriptionId}`);
  const { id } = await insertOrder(transaction, {
    tenant: subscription.tenant,
    id: randomUUID(),
    accountId: subscription.accountId,
    subscriptionId: subscription.id,
    productId: subscription.productId,
    type: order.type,
    state: 'scheduled',
    request: order,
    requestHash: 'hash-of-the-request',
    submittedBy: 'hana',
    submittedRole: 'customer',
    submittedAt: new Date(),
    decision: {
      outcome: 'accepted',
      policy: { id: subscription.product.policyId, version: 1 },
      decisionDate: today,
      effectiveDate,
      acceptedUntil: null,
      rejections: [],
      smallestChange: null,
      suggestedOrder: null,
      pendingChanges: [],
      trace: [],
    },
    decidedState: 'scheduled',
    decidedAt: new Date(),
    decisionDate: today,
    effectiveDate,
    judged: { subscription: toSubscription(subscription), product, facts, today },
  });
  return id;
}
