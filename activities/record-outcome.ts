import { asTenant, type Database, type Transaction } from '../db/client.ts';
import { findOrder, type OrderRow, stepOrder } from '../db/orders.ts';
import { changeSubscription, lockSubscription, type SubscriptionRow } from '../db/subscriptions.ts';
import type { OrderTypeDescription } from '../domain/order-types/description.ts';
import { orderTypes } from '../domain/order-types.ts';
import type { OrderStanding } from '../workflows/messages.ts';
import { noticeOf } from './notice.ts';
import { standing } from './standing.ts';

type Outcome = { tenant: string; orderId: string; at: Date };

/** Who acts when the system itself moves an order on. */
const ACTOR = 'changeover';

/** Records that the vendor has carried out the order, with what it did to the subscription. Repeating changes nothing. */
export function recordCompletion(database: Database, { tenant, orderId, at }: Outcome): Promise<OrderStanding> {
  return recordOnce(database, tenant, orderId, async (transaction, order, subscription) => {
    const description: OrderTypeDescription = orderTypes[order.type];
    const reason = `order ${order.type}`;
    await changeSubscription(transaction, subscription, description.change(order.request), {
      orderId,
      actor: order.submittedBy,
      reason,
      effectiveAt: at,
    });
    return stepOrder(
      transaction,
      order,
      {
        state: 'completed',
        finishedAt: at,
        acknowledgement: 'awaiting',
        ...(await noticeOf(transaction, order, 'completed', subscription.productId)),
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
  return recordOnce(database, tenant, orderId, async (transaction, order, subscription) =>
    stepOrder(
      transaction,
      order,
      {
        state: 'failed',
        finishedAt: at,
        failureCode: code,
        failureMessage: message,
        acknowledgement: 'awaiting',
        ...(await noticeOf(transaction, order, 'failed', subscription.productId)),
      },
      { type: 'order.failed', actor: ACTOR, reason: code, at },
    ),
  );
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
