import { ApplicationFailure } from '@temporalio/common';
import { changeCustomerDetails, lockAccount } from '../db/accounts.ts';
import { CatalogueIncomplete } from '../db/catalogue.ts';
import { asTenant, type Transaction } from '../db/client.ts';
import { insertPurchased } from '../db/insert-purchased.ts';
import { findOrder, insertOrder } from '../db/orders.ts';
import { settlePendingChanges } from '../db/pending-changes.ts';
import { lockSubscription } from '../db/subscriptions.ts';
import { type Decision, decide } from '../domain/decide.ts';
import { changed, changeOf } from '../domain/effect.ts';
import { CATALOGUE_INCOMPLETE, SUBSCRIPTION_NOT_FOUND } from '../domain/failures.ts';
import type { OrderState } from '../domain/order.ts';
import type { DecisionInput } from '../domain/rules/rule.ts';
import type { OrderInput, OrderStanding } from '../workflows/messages.ts';
import { decisionInput, purchaseDecisionInput } from './decision-input.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { standing } from './standing.ts';

/** `resumed` tells that the order had been decided before, so that some of its later steps may have happened too. */
export type DecideOrderResult = OrderStanding & { resumed: boolean };

export const createDecideOrder = ({ database, now }: ActivityDependencies) =>
  /**
   * Decides an order and claims its subscription in one transaction; an order that was decided before keeps its decision.
   * Fails with SubscriptionNotFound or CatalogueIncomplete, which no repeat of its own would cure.
   */
  async function decideOrder(input: OrderInput): Promise<DecideOrderResult> {
    const { request, orderId } = input;
    return asTenant(database, 'changeover_worker', input.tenant, async (transaction) => {
      const at = now();
      const judged = await lockedAndLoaded(transaction, input, at);
      // A decided order goes on, whatever has become of its subscription since.
      const stored = await findOrder(transaction, orderId);
      if (stored) return { ...standing(stored), resumed: true };
      if (judged === undefined)
        throw ApplicationFailure.nonRetryable('There is nothing to order for', SUBSCRIPTION_NOT_FOUND);

      const decision = decide(judged);
      if (decision.outcome === 'accepted' && request.type === 'purchase')
        await made(transaction, input, judged, decision, at);
      const order = await insertOrder(transaction, orderRow(input, judged, decision, at));
      if (decision.outcome === 'accepted') {
        await settlePendingChanges(transaction, order);
        if (request.contactEmail !== undefined) {
          const { contactEmail } = request;
          const record = { actor: input.submittedBy.subject, reason: `order ${orderId}` };
          await changeCustomerDetails(transaction, input.accountId, { contactEmail }, record);
        }
      }
      return { ...standing(order), resumed: false };
    });
  };

/** What the decision looks at, with the lock that all who change the same hold; undefined where there is no such thing. */
async function lockedAndLoaded(
  transaction: Transaction,
  { request, orderId, accountId, submittedBy: { role, subject } }: OrderInput,
  at: Date,
): Promise<DecisionInput | undefined> {
  const judged = { orderId, request, role, subject, at };
  if (request.type === 'purchase') {
    // One purchase of an account after the other: they look at each other's subscriptions.
    const account = await lockAccount(transaction, accountId);
    return account && orFaulty(() => purchaseDecisionInput(transaction, judged, request));
  }
  const subscription = await lockSubscription(transaction, request.subscriptionId);
  if (subscription?.accountId !== accountId) return undefined;
  return orFaulty(() => decisionInput(transaction, judged, subscription));
}

/** A catalogue that cannot be judged by stays so until an operator mends it; trying again would only hold others up. */
async function orFaulty<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (error instanceof CatalogueIncomplete || error instanceof RangeError) {
      throw ApplicationFailure.nonRetryable(error.message, CATALOGUE_INCOMPLETE);
    }
    throw error;
  }
}

/** A bought subscription is there from its acceptance on, waiting to be activated; its id is the order's. */
function made(
  transaction: Transaction,
  { tenant, request, submittedBy }: OrderInput,
  { subscription, product }: DecisionInput,
  { effectiveDate: from, decisionDate }: Decision,
  at: Date,
): Promise<void> {
  const effectiveDate = from ?? decisionDate;
  const change = changeOf(request, { subscription, product, effectiveDate });
  const bought = { ...changed(subscription, change), state: 'pendingActivation' as const };
  return insertPurchased(transaction, tenant, bought, { actor: submittedBy.subject, effectiveDate, at });
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
