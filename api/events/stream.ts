import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { asTenant, type Database } from '../../db/client.ts';
import { type EventCursor, type EventRow, eventsAfter, presentCursor } from '../../db/events.ts';
import { type Actor, visibleAccounts } from '../actor.ts';
import { actorOf } from '../authenticate.ts';
import { Problem } from '../problem.ts';
import { cursorFrom, cursorText, eventMessage } from './event-view.ts';
import type { EventWakes } from './event-wakes.ts';
import { type EventWriter, openWriter } from './event-writer.ts';

const AT_ONCE = 200;
const HEARTBEAT_EVERY_MS = 15_000;
/** A stream ends after this, so that whoever goes on reading shows a valid token again. */
const LIVES_MS = 30 * 60_000;

type StreamDependencies = { database: Database; wakes: EventWakes; log: Logger };

/** Live events of the accounts the actor may see, from Last-Event-ID on or from now (server-sent events). */
export function eventStream({ database, wakes, log }: StreamDependencies): RequestHandler {
  return async (req, res) => {
    const writer = openWriter(res);
    const actor = actorOf(res);
    const start = resumeFrom(req) ?? (await asTenant(database, 'changeover_api', actor.tenant, presentCursor));
    if (writer.over.aborted) return;
    begin(res);
    // Express gives HEAD requests to GET routes, and this one would never end.
    if (req.method === 'HEAD') return writer.end();

    const wake = follow(writer, start, (after) => read(database, actor, after), log);
    const unsubscribe = wakes.subscribe(wake, writer.end);
    const heartbeat = setInterval(() => {
      // A reader that takes nothing is being waited for already.
      if (!res.writableNeedDrain) void writer.write(': still here\n\n');
    }, HEARTBEAT_EVERY_MS);
    const lifetime = setTimeout(() => writer.end(), LIVES_MS);
    writer.over.addEventListener('abort', () => {
      unsubscribe();
      clearInterval(heartbeat);
      clearTimeout(lifetime);
    });
    // The first message carries an id, so that a connection lost before any event resumes without a gap.
    await writer.write(`retry: 2000\nid: ${cursorText(start)}\nevent: ready\ndata: {}\n\n`);
    wake();
  };
}

function resumeFrom(req: Request): EventCursor | undefined {
  const given = req.get('Last-Event-ID');
  if (given === undefined) return undefined;
  const cursor = cursorFrom(given);
  if (cursor) return cursor;
  throw new Problem('INVALID_REQUEST', { detail: 'Last-Event-ID: Is not an id of this stream' });
}

function begin(res: Response): void {
  res.status(200).set({
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  });
  res.flushHeaders();
}

function read(database: Database, actor: Actor, after: EventCursor): Promise<EventRow[]> {
  const accounts = visibleAccounts(actor);
  const accountIds = accounts === 'all' ? undefined : accounts;
  return asTenant(database, 'changeover_api', actor.tenant, (transaction) =>
    eventsAfter(transaction, { accountIds, after, limit: AT_ONCE }),
  );
}

/** Reads one batch after the other, never two at once, and at the reader's pace; a wake-up meanwhile causes one more. */
function follow(
  writer: EventWriter,
  start: EventCursor,
  readAfter: (cursor: EventCursor) => Promise<EventRow[]>,
  log: Logger,
): () => void {
  let cursor = start;
  let wanted = false;
  let reading = false;
  const run = async () => {
    reading = true;
    try {
      while (wanted && !writer.over.aborted) {
        wanted = false;
        const batch = await readAfter(cursor);
        for (const event of batch) await writer.write(eventMessage(event));
        const last = batch.at(-1);
        if (last) cursor = { xid: last.xid, id: last.id };
        if (batch.length === AT_ONCE) wanted = true;
      }
    } catch (error) {
      log.warn({ err: error }, 'live events interrupted');
      // The reader connects again and resumes after the last id it got; ending is how it learns that it must.
      writer.end();
    } finally {
      reading = false;
    }
  };
  return () => {
    wanted = true;
    if (!reading && !writer.over.aborted) void run();
  };
}
