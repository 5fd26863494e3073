import { createHash } from 'node:crypto';
import { loadProduct } from '../db/catalogue.ts';
import type { Transaction } from '../db/client.ts';
import type { OrderRow } from '../db/orders.ts';
import type { Notice, OrderTypeDescription } from '../domain/order-types/description.ts';
import { orderTypes } from '../domain/order-types.ts';
import type { PlainDate } from '../domain/plain-date.ts';

/** What the person will be shown of a finished order, with the hash that proves later what it was. */
export async function noticeOf(
  transaction: Transaction,
  order: OrderRow,
  outcome: 'completed' | 'failed',
  productId: string,
): Promise<{ notice: Notice; noticeHash: string }> {
  const description: OrderTypeDescription = orderTypes[order.type];
  const notice = description.words[outcome]({
    order: order.request,
    product: await loadProduct(transaction, productId),
    previousQuantity: order.previousQuantity,
    effectiveDate: (order.effectiveDate ?? order.decisionDate) as PlainDate,
  });
  const noticeHash = createHash('sha256').update(`${notice.title}\n${notice.text}`).digest('hex');
  return { notice, noticeHash };
}
