import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { postOrder } from '../../api/orders.ts';
import { keptOrders } from './kept-orders.ts';
import { createOutbox, type Delivery, type Outbox } from './outbox.ts';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;

const OutboxContext = createContext<Outbox | null>(null);

/** Sends the orders of the person signed in, for as long as the person is, whatever page is shown. */
export function OutboxProvider({ subject, children }: { subject: string; children: ReactNode }) {
  const [outbox] = useState(() =>
    createOutbox({
      kept: keptOrders(subject),
      post: postOrder,
      pause: (fruitless) =>
        new Promise((due) => setTimeout(due, Math.min(FIRST_PAUSE_MS * 2 ** fruitless, LONGEST_PAUSE_MS))),
      newKey: randomKey,
      now: () => Date.now(),
    }),
  );
  useEffect(() => outbox.start(), [outbox]);
  return <OutboxContext value={outbox}>{children}</OutboxContext>;
}

/** Unlike randomUUID, also there on a page that is not served over TLS. */
const randomKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

export function useOutbox(): Outbox {
  const outbox = useContext(OutboxContext);
  if (!outbox) throw new Error('There is no OutboxProvider around this');
  return outbox;
}

/** The subscription's order that is on its way, as it stands. */
export function useDelivery(subscriptionId: string): Delivery | undefined {
  const outbox = useOutbox();
  return useSyncExternalStore(outbox.subscribe, () => outbox.deliveryFor(subscriptionId));
}
