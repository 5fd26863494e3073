import { ORDERS } from '../api/orders.ts';
import { SUBSCRIPTIONS } from '../api/subscriptions.ts';
import type { OrderEvent } from './follow-events.ts';

/** Whether what is kept under a query's key may read otherwise since this event (or since an unheard one). */
export function speaksOf(event: OrderEvent | 'anything', [kind, shape, of]: readonly unknown[]): boolean {
  if (kind !== ORDERS && kind !== SUBSCRIPTIONS) return false;
  if (event === 'anything') return true;
  if (shape === 'one') return of === (kind === ORDERS ? event.orderId : event.subscriptionId);
  const { subscriptionId } = (of ?? {}) as { subscriptionId?: string };
  return subscriptionId === undefined || subscriptionId === event.subscriptionId;
}
