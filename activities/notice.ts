import { createHash } from 'node:crypto';
import { effectiveDayOf, type OrderRow } from '../db/orders.ts';
import type { Product } from '../domain/catalogue.ts';
import type { Notice } from '../domain/order-types/description.ts';
import { descriptionOf } from '../domain/order-types.ts';
import type { Subscription } from '../domain/subscription.ts';

/** What the person will be shown of a finished order, with the hash that proves later what it was. */
export function noticeOf(
  order: OrderRow,
  outcome: 'completed' | 'failed',
  product: Product,
  /** As it is when the order ends: others may have changed it since this one was decided. */
  before: Subscription,
): { notice: Notice; noticeHash: string } {
  const notice = descriptionOf(order.request).words[outcome]({
    order: order.request,
    product,
    before,
    effectiveDate: effectiveDayOf(order),
  });
  const noticeHash = createHash('sha256').update(`${notice.title}\n${notice.text}`).digest('hex');
  return { notice, noticeHash };
}
