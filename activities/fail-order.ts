import type { Transaction } from '../db/client.ts';
import { comeToNothing } from '../db/come-to-nothing.ts';
import { type OrderRow, stepOrder } from '../db/orders.ts';
import { type SubscriptionRow, toSubscription } from '../db/subscriptions.ts';
import type { Product } from '../domain/catalogue.ts';
import { noticeOf } from './notice.ts';
import { SYSTEM } from './system-actor.ts';

/** Ends an order without its effect, with a notice that awaits its reader. The caller holds the subscription's lock. */
export async function failOrder(
  transaction: Transaction,
  order: OrderRow,
  subscription: SubscriptionRow,
  { code, message, product, at }: { code: string; message: string; product: Product; at: Date },
): Promise<OrderRow> {
  await comeToNothing(transaction, order, subscription, { actor: SYSTEM, at });
  return stepOrder(
    transaction,
    order,
    {
      state: 'failed',
      finishedAt: at,
      failureCode: code,
      failureMessage: message,
      acknowledgement: 'awaiting',
      ...noticeOf(order, 'failed', product, toSubscription(subscription)),
    },
    { type: 'order.failed', actor: SYSTEM, reason: code, at },
  );
}
