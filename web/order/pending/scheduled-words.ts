import type { Order, Subscription } from '../../../client/generated/types.gen.ts';
import { dateWords } from '../../words/time.ts';
import { laterOf } from '../types/order-type-screens.ts';

/** What an accepted order that holds only later does, and what holds until then. */
export function scheduledWords(order: Order, subscription: Subscription): string {
  const date = order.decision?.effectiveDate;
  if (!date) return 'Accepted. It takes effect later; until then it changes nothing.';
  const later = laterOf(order, subscription);
  if (!later) return `Accepted. It takes effect on ${dateWords(date)}; until then it changes nothing.`;
  const isAlone = !subscription.pendingChanges.some(
    ({ orderId, effectiveDate }) => orderId !== order.id && effectiveDate < date,
  );
  const untilThen = isAlone ? later.before : 'this order changes nothing';
  return `Accepted. From ${dateWords(date)} ${later.after}; until then ${untilThen}.`;
}
