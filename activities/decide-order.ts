import { ApplicationFailure } from '@temporalio/common';
import { dateIn } from '../business-time.ts';
import { updateContactEmail } from '../db/accounts.ts';
import { CatalogueIncomplete, loadProduct } from '../db/catalogue.ts';
import { asTenant, type Transaction } from '../db/client.ts';
import { loadFacts } from '../db/order-facts.ts';
import { findOrder, insertOrder } from '../db/orders.ts';
import { settlePendingChanges } from '../db/pending-changes.ts';
import { loadPolicy } from '../db/policies.ts';
import { lockSubscription, type SubscriptionRow, toSubscription } from '../db/subscriptions.ts';
import { type Decision, decide } from '../domain/decide.ts';
import { CATALOGUE_INCOMPLETE, SUBSCRIPTION_NOT_FOUND } from '../domain/failures.ts';
import type { OrderState } from '../domain/order.ts';
import { descriptionOf } from '../domain/order-types.ts';
import type { DecisionInput } from '../domain/rules/rule.ts';
import type { OrderInput, OrderStanding } from '../workflows/messages.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { standing } from './standing.ts';

/** `resumed` tells that the order had been decided before, so that some of its later steps may have happened too. */
export type DecideOrderResult = OrderStanding & { resumed: boolean };

/** The type of failure for an order that the contract allows but that cannot be carried out yet. */
export const ORDER_TYPE_NOT_CARRIED_OUT = 'OrderTypeNotCarriedOut';

export const createDecideOrder = ({ database, now }: ActivityDependencies) =>
  /**
   * Decides an order and claims its subscription in one transaction; an order that was decided before keeps its decision.
   * Fails with SubscriptionNotFound, CatalogueIncomplete or OrderTypeNotCarriedOut, which no repeat of its own would cure.
   */
  async function decideOrder(input: OrderInput): Promise<DecideOrderResult> {
    const { request, orderId } = input;
    // A purchase's own id becomes its subscription's, which is not there yet.
    const subscriptionId = request.type === 'purchase' ? orderId : request.subscriptionId;
    return asTenant(database, 'changeover_worker', input.tenant, async (transaction) => {
      const subscription = await lockSubscription(transaction, subscriptionId);
      // A decided order goes on, whatever has become of its subscription since.
      const stored = await findOrder(transaction, orderId);
      if (stored) return { ...standing(stored), resumed: true };
      if (request.type === 'purchase') throw notCarriedOut(input);
      if (subscription?.accountId !== input.accountId) {
        throw ApplicationFailure.nonRetryable('There is no such subscription', SUBSCRIPTION_NOT_FOUND);
      }

      const at = now();
      const judged = await loaded(transaction, input, subscription, at);
      const decision = decide(judged);
      const accepted = decision.outcome === 'accepted';
      if (accepted && descriptionOf(request).steps === undefined) throw notCarriedOut(input);
      const order = await insertOrder(transaction, orderRow(input, judged, decision, at));
      if (accepted) await settlePendingChanges(transaction, order);
      if (accepted && request.contactEmail !== undefined) {
        await updateContactEmail(transaction, input.accountId, request.contactEmail);
      }
      return { ...standing(order), resumed: false };
    });
  };

const notCarriedOut = ({ request: { type } }: OrderInput): ApplicationFailure =>
  ApplicationFailure.nonRetryable(`Orders of the type ${type} cannot be carried out yet`, ORDER_TYPE_NOT_CARRIED_OUT);

/** A catalogue that cannot be judged by stays so until an operator mends it; trying again would only hold others up. */
async function loaded(...given: Parameters<typeof load>): Promise<DecisionInput> {
  try {
    return await load(...given);
  } catch (error) {
    if (error instanceof CatalogueIncomplete || error instanceof RangeError) {
      throw ApplicationFailure.nonRetryable(error.message, CATALOGUE_INCOMPLETE);
    }
    throw error;
  }
}

async function load(
  transaction: Transaction,
  { request, submittedBy: { role } }: OrderInput,
  subscription: SubscriptionRow,
  at: Date,
): Promise<DecisionInput> {
  const product = await loadProduct(transaction, subscription.productId);
  const today = dateIn(product.timeZone, at);
  return {
    order: request,
    subscription: toSubscription(subscription),
    product,
    policy: await loadPolicy(transaction, product.policyId, today),
    facts: await loadFacts(transaction, subscription, { role, today }),
    today,
  };
}

function orderRow(
  { tenant, orderId, accountId, request, requestHash, submittedBy, submittedAt }: OrderInput,
  { subscription, product, facts, today }: DecisionInput,
  decision: Decision,
  decidedAt: Date,
): Parameters<typeof insertOrder>[1] {
  const state = decidedState(decision, today);
  return {
    tenant,
    id: orderId,
    accountId,
    subscriptionId: subscription.id,
    productId: product.id,
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
    judged: { subscription, product, facts, today },
  };
}

/** What holds only later is a pending change until then, and claims nothing. */
function decidedState({ outcome, effectiveDate }: Decision, today: DecisionInput['today']): OrderState {
  if (outcome === 'rejected') return 'rejected';
  return effectiveDate !== null && effectiveDate > today ? 'scheduled' : 'inProgress';
}
