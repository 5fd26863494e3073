import type { EventCursor, EventRow } from '../../db/events.ts';

/** One server-sent event: `id` is where a reader goes on after it. */
export function eventMessage(event: EventRow): string {
  const data = {
    type: event.type,
    orderId: event.orderId,
    subscriptionId: event.subscriptionId,
    accountId: event.accountId,
    state: event.state,
    acknowledgement: event.acknowledgement,
    orderVersion: event.orderVersion,
    recordedAt: event.recordedAt.toISOString(),
  };
  return `id: ${cursorText(event)}\nevent: ${event.type}\ndata: ${JSON.stringify(data)}\n\n`;
}

export const cursorText = ({ xid, id }: EventCursor): string => `${xid}-${id}`;

/** The largest number that Postgres's bigint holds. */
const LARGEST_ID = 2n ** 63n - 1n;

/** Undefined for anything that is not an id this stream gave. */
export function cursorFrom(text: string): EventCursor | undefined {
  const [, xid, id] = /^(\d{1,19})-(\d{1,19})$/.exec(text) ?? [];
  if (xid === undefined || id === undefined || BigInt(id) > LARGEST_ID) return undefined;
  return { xid, id: BigInt(id) };
}
