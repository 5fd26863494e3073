import type { ScreenOrder } from '../types/order-type-screens.ts';

/** An order a person has confirmed and that has no verdict yet, with the one Idempotency-Key it is ever sent with. */
export type KeptOrder = {
  key: string;
  request: ScreenOrder;
  /** When the person pressed Save, in milliseconds of this browser's clock. */
  savedAt: number;
};

/** Where confirmed orders wait for their verdict: at most one for each subscription. */
export type KeptOrders = { all(): KeptOrder[]; keep(order: KeptOrder): void; drop(subscriptionId: string): void };

/**
 * Keeps orders in the browser tab, so that a reload neither loses one nor places it twice. Each person's are apart: a key
 * sent with another person's token would be another order.
 */
export function keptOrders(subject: string, storage: Storage = sessionStorage): KeptOrders {
  const prefix = `changeover.order.${encodeURIComponent(subject)}.`;
  return {
    all: () =>
      Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? '')
        .filter((name) => name.startsWith(prefix))
        .map((name) => JSON.parse(storage.getItem(name) ?? 'null') as KeptOrder),
    keep: (order) => storage.setItem(prefix + order.request.subscriptionId, JSON.stringify(order)),
    drop: (subscriptionId) => storage.removeItem(prefix + subscriptionId),
  };
}
