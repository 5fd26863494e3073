import { ApplicationFailure } from '@temporalio/common';
import { updateContactEmail } from '../db/accounts.ts';
import { CatalogueIncomplete, loadPolicy, loadProduct, loadSku } from '../db/catalogue.ts';
import { asTenant, type Transaction } from '../db/client.ts';
import { findOrder, insertOrder, orderAtWork, unacknowledgedOrders } from '../db/orders.ts';
import { lockSubscription, type SubscriptionRow } from '../db/subscriptions.ts';
import { type Decision, decide } from '../domain/decide.ts';
import { CATALOGUE_INCOMPLETE, SUBSCRIPTION_NOT_FOUND } from '../domain/failures.ts';
import type { OrderInput, OrderStanding } from '../workflows/messages.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { standing } from './standing.ts';
import { dateIn } from './today.ts';

/** `resumed` tells that the order had been decided before, so that some of its later steps may have happened too. */
export type DecideOrderResult = OrderStanding & { resumed: boolean };

export const createDecideOrder = ({ database, now }: ActivityDependencies) =>
  /**
   * Decides an order and claims its subscription in one transaction; an order that was decided before keeps its decision.
   * Fails with SubscriptionNotFound or CatalogueIncomplete, which no repeat of its own would cure.
   */
  async function decideOrder(input: OrderInput): Promise<DecideOrderResult> {
    return asTenant(database, 'changeover_worker', input.tenant, async (transaction) => {
      const subscription = await lockSubscription(transaction, input.request.subscriptionId);
      // A decided order goes on, whatever has become of its subscription since.
      const stored = await findOrder(transaction, input.orderId);
      if (stored) return { ...standing(stored), resumed: true };
      if (subscription?.accountId !== input.accountId) {
        throw ApplicationFailure.nonRetryable('There is no such subscription', SUBSCRIPTION_NOT_FOUND);
      }

      const at = now();
      const decision = await judged(transaction, input, subscription, at);
      const order = await insertOrder(transaction, orderRow(input, subscription, decision, at));
      if (decision.outcome === 'accepted' && input.request.contactEmail !== undefined) {
        await updateContactEmail(transaction, input.accountId, input.request.contactEmail);
      }
      return { ...standing(order), resumed: false };
    });
  };

/** A catalogue that cannot be judged by stays so until an operator mends it; trying again would only hold others up. */
async function judged(...given: Parameters<typeof judge>): Promise<Decision> {
  try {
    return await judge(...given);
  } catch (error) {
    if (error instanceof CatalogueIncomplete || error instanceof RangeError) {
      throw ApplicationFailure.nonRetryable(error.message, CATALOGUE_INCOMPLETE);
    }
    throw error;
  }
}

async function judge(
  transaction: Transaction,
  { request, submittedBy }: OrderInput,
  subscription: SubscriptionRow,
  at: Date,
): Promise<Decision> {
  const product = await loadProduct(transaction, subscription.productId);
  const today = dateIn(product.timeZone, at);
  return decide({
    order: request,
    subscription,
    product,
    sku: await loadSku(transaction, subscription.skuId),
    policy: await loadPolicy(transaction, product.policyId, today),
    facts: {
      orderAtWork: await orderAtWork(transaction, subscription.id),
      unacknowledgedOrders: await unacknowledgedOrders(transaction, subscription.id),
      role: submittedBy.role,
    },
    today,
  });
}

function orderRow(
  { tenant, orderId, accountId, request, requestHash, submittedBy, submittedAt }: OrderInput,
  subscription: SubscriptionRow,
  decision: Decision,
  decidedAt: Date,
): Parameters<typeof insertOrder>[1] {
  const state = decision.outcome === 'rejected' ? 'rejected' : 'inProgress';
  return {
    tenant,
    id: orderId,
    accountId,
    subscriptionId: subscription.id,
    type: request.type,
    state,
    request,
    requestHash,
    submittedBy: submittedBy.subject,
    submittedRole: submittedBy.role,
    submittedAt: new Date(submittedAt),
    decision,
    decidedState: state,
    decidedAt,
    decisionDate: decision.decisionDate,
    effectiveDate: decision.effectiveDate,
    previousQuantity: subscription.quantity,
  };
}
