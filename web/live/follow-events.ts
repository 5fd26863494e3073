import { followEvents as openStream } from '../../client/generated/sdk.gen.ts';
import { noticeRefusal } from '../api/connect.ts';

/** Something happened to an order. Only a hint of what to read again: what holds now, the API's other answers say. */
export type OrderEvent = { orderId: string; subscriptionId: string };

type Listener = {
  onEvent(event: OrderEvent): void;
  /** The stream has begun, anew each time: what was missed before it, nobody may tell. */
  onReady(): void;
};

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;

/** Follows live events until the signal ends it; a lost stream is opened again from the last event that came. Never throws. */
export async function followEvents(signal: AbortSignal, { onEvent, onReady }: Listener): Promise<void> {
  let lastEventId: string | undefined;
  let failures = 0;
  while (!signal.aborted) {
    const { stream } = await openStream({
      signal,
      ...(lastEventId !== undefined && { headers: { 'Last-Event-ID': lastEventId } }),
      fetch: async (input, init) => {
        const request = new Request(input, init);
        const response = noticeRefusal(await fetch(request), request);
        // An id the API does not know (restored from a backup, say): begin anew, as after any other loss.
        if (response.status === 400) lastEventId = undefined;
        return response;
      },
      onSseEvent: ({ id }) => {
        failures = 0;
        lastEventId = id ?? lastEventId;
      },
      // The generated client stops for good when a stream ends well, so opening it again is done here for every end.
      sseMaxRetryAttempts: 1,
    });
    for await (const data of stream as AsyncIterable<unknown>) {
      if (isOrderEvent(data)) onEvent(data);
      else onReady();
    }
    await pause(Math.min(FIRST_PAUSE_MS * 2 ** failures++, LONGEST_PAUSE_MS), signal);
  }
}

const isOrderEvent = (data: unknown): data is OrderEvent =>
  typeof data === 'object' && data !== null && 'orderId' in data && 'subscriptionId' in data;

/** Ends early when the browser is online again, or when nobody wants to wait any more. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    window.addEventListener('online', end);
    signal.addEventListener('abort', end);
  });
}
