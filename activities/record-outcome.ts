import { loadProduct } from '../db/catalogue.ts';
import { changeSubscription } from '../db/change-subscription.ts';
import { asTenant, type Database, type Transaction } from '../db/client.ts';
import { comeToNothing } from '../db/come-to-nothing.ts';
import { lockOrder } from '../db/lock-order.ts';
import { effectiveDayOf, type OrderRow, stepOrder } from '../db/orders.ts';
import { nameAtVendor, type SubscriptionRow, toSubscription } from '../db/subscriptions.ts';
import { changeOf } from '../domain/effect.ts';
import { hasEnded } from '../domain/world.ts';
import type { OrderStanding, Withdrawal } from '../workflows/messages.ts';
import { failOrder } from './fail-order.ts';
import { noticeOf } from './notice.ts';
import { standing } from './standing.ts';
import { SYSTEM } from './system-actor.ts';
import type { VendorReceipt } from './vendor/provisioner.ts';

type Outcome = { tenant: string; orderId: string; at: Date };

/** Records that the vendor has carried out the order, with what it did to the subscription. Repeating changes nothing. */
export function recordCompletion(
  database: Database,
  { tenant, orderId, at, receipts = [] }: Outcome & { receipts?: readonly VendorReceipt[] },
): Promise<OrderStanding> {
  return recordOnce(database, tenant, orderId, async (transaction, order, subscription) => {
    const product = await loadProduct(transaction, subscription.productId);
    const effectiveDate = effectiveDayOf(order);
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
      { type: 'order.completed', actor: SYSTEM, reason: 'the vendor has applied it', at },
    );
  });
}

/** Records that the vendor has definitely refused the order and nothing was applied. Repeating changes nothing. */
export function recordFailure(
  database: Database,
  { tenant, orderId, at, code, message }: Outcome & { code: string; message: string },
): Promise<OrderStanding> {
  return recordOnce(database, tenant, orderId, async (transaction, order, subscription) => {
    const product = await loadProduct(transaction, subscription.productId);
    return failOrder(transaction, order, subscription, { code, message, product, at });
  });
}

/** Records that the order has been taken back, and nothing of it is left at the vendor. Repeating changes nothing. */
export function recordWithdrawal(
  database: Database,
  { tenant, orderId, at, as, subject, reason }: Outcome & Withdrawal,
): Promise<OrderStanding> {
  if (as === 'aborted') return recordFailure(database, { tenant, orderId, at, code: 'ABORTED', message: reason });
  return recordOnce(database, tenant, orderId, async (transaction, order, subscription) => {
    await comeToNothing(transaction, order, subscription, { actor: SYSTEM, at });
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
      { type: 'order.held', actor: SYSTEM, reason: code, at },
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
    const { order, subscription } = (await lockOrder(transaction, orderId)) ?? {};
    if (!order || !subscription) throw new Error('The order or its subscription is gone');
    if (order.state !== 'inProgress') return standing(order);
    return standing(await record(transaction, order, subscription));
  });
}
