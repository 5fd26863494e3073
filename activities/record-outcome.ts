import { loadProduct } from '../db/catalogue.ts';
import { changeSubscription } from '../db/change-subscription.ts';
import { asTenant, type Database, type Transaction } from '../db/client.ts';
import { endUnmade } from '../db/end-unmade.ts';
import { findOrder, type OrderRow, stepOrder } from '../db/orders.ts';
import { restoreWithdrawn } from '../db/restore-withdrawn.ts';
import { lockSubscription, nameAtVendor, type SubscriptionRow, toSubscription } from '../db/subscriptions.ts';
import { changeOf } from '../domain/effect.ts';
import { hasEnded } from '../domain/world.ts';
import type { OrderStanding, Withdrawal } from '../workflows/messages.ts';
import { noticeOf } from './notice.ts';
import { standing } from './standing.ts';
import type { VendorReceipt } from './vendor/provisioner.ts';

type Outcome = { tenant: string; orderId: string; at: Date };

/** Who acts when the system itself moves an order on. */
const ACTOR = 'changeover';

/** Records that the vendor has carried out the order, with what it did to the subscription. Repeating changes nothing. */
export function recordCompletion(
  database: Database,
  { tenant, orderId, at, receipts = [] }: Outcome & { receipts?: readonly VendorReceipt[] },
): Promise<OrderStanding> {
  return recordOnce(database, tenant, orderId, async (transaction, order, subscription) => {
    const product = await loadProduct(transaction, subscription.productId);
    const effectiveDate = order.effectiveDate ?? order.decisionDate;
    const before = toSubscription(subscription);
    const { state, ...change } = changeOf(order.request, { subscription: before, product, effectiveDate });
    // What the vendor has ended meanwhile does not come alive again.
    const keepsState = state === undefined || hasEnded(before);
    const named = await withVendorName(transaction, subscription, receipts);
    await changeSubscription(transaction, named, keepsState ? change : { ...change, state }, {
      orderId,
      actor: order.submittedBy,
      reason: `order ${order.type}`,
      effectiveAt: at,
      effectiveDate,
    });
    return stepOrder(
      transaction,
      order,
      {
        state: 'completed',
        finishedAt: at,
        acknowledgement: 'awaiting',
        ...noticeOf(order, 'completed', product, toSubscription(subscription)),
      },
      { type: 'order.completed', actor: ACTOR, reason: 'the vendor has applied it', at },
    );
  });
}

/** Records that the vendor has definitely refused the order and nothing was applied. Repeating changes nothing. */
export function recordFailure(
  database: Database,
  { tenant, orderId, at, code, message }: Outcome & { code: string; message: string },
): Promise<OrderStanding> {
  return recordOnce(database, tenant, orderId, async (transaction, order, subscription) => {
    await endUnmade(transaction, order, subscription, { actor: ACTOR, at });
    await restoreWithdrawn(transaction, order, { actor: ACTOR, at });
    return stepOrder(
      transaction,
      order,
      {
        state: 'failed',
        finishedAt: at,
        failureCode: code,
        failureMessage: message,
        acknowledgement: 'awaiting',
        ...noticeOf(
          order,
          'failed',
          await loadProduct(transaction, subscription.productId),
          toSubscription(subscription),
        ),
      },
      { type: 'order.failed', actor: ACTOR, reason: code, at },
    );
  });
}

/** Records that the order has been taken back, and nothing of it is left at the vendor. Repeating changes nothing. */
export function recordWithdrawal(
  database: Database,
  { tenant, orderId, at, as, subject, reason }: Outcome & Withdrawal,
): Promise<OrderStanding> {
  if (as === 'aborted') return recordFailure(database, { tenant, orderId, at, code: 'ABORTED', message: reason });
  return recordOnce(database, tenant, orderId, async (transaction, order, subscription) => {
    await endUnmade(transaction, order, subscription, { actor: ACTOR, at });
    await restoreWithdrawn(transaction, order, { actor: ACTOR, at });
    return stepOrder(
      transaction,
      order,
      { state: 'cancelled', finishedAt: at, failureCode: null, failureMessage: null },
      { type: 'order.cancelled', actor: subject, reason, at },
    );
  });
}

/** Records that only a person can tell how the order goes on. Repeating changes nothing. */
export function recordHold(
  database: Database,
  { tenant, orderId, at, code, message }: Outcome & { code: string; message: string },
): Promise<OrderStanding> {
  return recordOnce(database, tenant, orderId, (transaction, order) =>
    stepOrder(
      transaction,
      order,
      { state: 'held', failureCode: code, failureMessage: message },
      { type: 'order.held', actor: ACTOR, reason: code, at },
    ),
  );
}

/** A subscription that the vendor has just made goes by the vendor's name from then on. */
async function withVendorName(
  transaction: Transaction,
  subscription: SubscriptionRow,
  receipts: readonly VendorReceipt[],
): Promise<SubscriptionRow> {
  const created = receipts.find((receipt) => receipt.operation === 'create');
  return created ? nameAtVendor(transaction, subscription, created.vendorSubscriptionId) : subscription;
}

/** A zombie attempt or a repeat finds the order no longer at work, and leaves it as it is. */
function recordOnce(
  database: Database,
  tenant: string,
  orderId: string,
  record: (transaction: Transaction, order: OrderRow, subscription: SubscriptionRow) => Promise<OrderRow>,
): Promise<OrderStanding> {
  return asTenant(database, 'changeover_worker', tenant, async (transaction) => {
    const { subscriptionId } = await existing(findOrder(transaction, orderId));
    const subscription = await existing(lockSubscription(transaction, subscriptionId));
    const order = await existing(findOrder(transaction, orderId));
    if (order.state !== 'inProgress') return standing(order);
    return standing(await record(transaction, order, subscription));
  });
}

async function existing<T>(row: Promise<T | undefined>): Promise<T> {
  const found = await row;
  if (found === undefined) throw new Error('The order or its subscription is gone');
  return found;
}
