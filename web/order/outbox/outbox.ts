import type { Order, SubmittedOrder } from '../../../client/generated/types.gen.ts';
import { ApiFailure } from '../../api/failure.ts';
import type { ScreenOrder } from '../types/order-type-screens.ts';
import type { KeptOrder, KeptOrders } from './kept-orders.ts';

/** What became of a confirmed order. */
export type Verdict = { accepted: Order } | { rejected: ApiFailure };

/** A confirmed order on its way to a verdict. */
export type Delivery = KeptOrder & {
  /** The order's id, once the API has taken it without a verdict. */
  submittedAs: string | null;
  /** Why the last attempt got no answer. */
  trouble: ApiFailure | null;
  verdict: Verdict | null;
};

type Dependencies = {
  kept: KeptOrders;
  post(key: string, request: ScreenOrder, signal: AbortSignal): Promise<Order | SubmittedOrder>;
  /** Resolves when the next attempt is due, after so many in a row without an answer. */
  pause(fruitless: number): Promise<void>;
  newKey(): string;
  now(): number;
};

export type Outbox = ReturnType<typeof createOutbox>;

/**
 * Takes confirmed orders to their verdict, whatever page is shown: each is sent with its one key until the API has decided,
 * over lost answers, refused connections and reloads. A verdict stays until it is `settled`.
 */
export function createOutbox({ kept, post, pause, newKey, now }: Dependencies) {
  const deliveries = new Map<string, Delivery>();
  const listeners = new Set<() => void>();
  let running = new AbortController();

  const update = (delivery: Delivery, change: Partial<Delivery>): Delivery => {
    const changed = { ...delivery, ...change };
    deliveries.set(delivery.request.subscriptionId, changed);
    for (const listener of listeners) listener();
    return changed;
  };

  async function deliver(order: KeptOrder, signal: AbortSignal): Promise<void> {
    let delivery = update({ ...order, submittedAs: null, trouble: null, verdict: null }, {});
    let fruitless = 0;
    while (!signal.aborted) {
      const change = await attempt(order, signal);
      if (change === null || signal.aborted) return;
      delivery = update(delivery, change);
      if (delivery.verdict) return;
      fruitless = delivery.trouble ? fruitless + 1 : 0;
      await pause(fruitless);
    }
  }

  /** What one attempt changes; null when the sender may not send any more and somebody has to sign in first. */
  async function attempt({ key, request }: KeptOrder, signal: AbortSignal): Promise<Partial<Delivery> | null> {
    try {
      const answer = await post(key, request, signal);
      if (answer.state === 'submitted') return { submittedAs: answer.id, trouble: null };
      return { verdict: { accepted: answer } };
    } catch (error) {
      if (signal.aborted) return null;
      if (!(error instanceof ApiFailure)) throw error;
      if (error.status === 401) return null;
      return error.isPassing ? { trouble: error } : { verdict: { rejected: error } };
    }
  }

  return {
    /** The order of the subscription that is on its way or whose verdict nobody has taken up. */
    deliveryFor: (subscriptionId: string): Delivery | undefined => deliveries.get(subscriptionId),

    /** Keeps a confirmed order and sends it until there is a verdict. */
    send(request: ScreenOrder): void {
      const order = { key: newKey(), request, savedAt: now() };
      kept.keep(order);
      void deliver(order, running.signal);
    },

    /** Says that the verdict has been taken up, so that the order need not be kept any more. */
    settle(subscriptionId: string): void {
      kept.drop(subscriptionId);
      deliveries.delete(subscriptionId);
      for (const listener of listeners) listener();
    },

    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    /** Sends what an earlier page has kept. The function returned ends all sending; what has no verdict stays kept. */
    start(): () => void {
      running = new AbortController();
      for (const order of kept.all()) void deliver(order, running.signal);
      return () => running.abort();
    },
  };
}
