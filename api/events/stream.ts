import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { asTenant, type Database } from '../../db/client.ts';
import { type EventCursor, type EventRow, eventsAfter, presentCursor } from '../../db/events.ts';
import { type Actor, visibleAccounts } from '../actor.ts';
import { actorOf } from '../authenticate.ts';
import { Problem } from '../problem.ts';
import { cursorFrom, cursorText, eventMessage } from './event-view.ts';
import type { EventWakes } from './event-wakes.ts';

const AT_ONCE = 200;
const HEARTBEAT_EVERY_MS = 15_000;
/** A stream ends after this, so that whoever goes on reading shows a valid token again. */
const LIVES_MS = 30 * 60_000;

/** Live events of the accounts the actor may see, from Last-Event-ID on or from now (server-sent events). */
export function eventStream({
  database,
  wakes,
  log,
}: {
  database: Database;
  wakes: EventWakes;
  log: Logger;
}): RequestHandler {
  return async (req, res) => {
    const actor = actorOf(res);
    const start = resumeFrom(req) ?? (await asTenant(database, 'changeover_api', actor.tenant, presentCursor));
    open(res, start);
    // Express gives HEAD requests to GET routes, and this one would never end.
    if (req.method === 'HEAD') return void res.end();
    const reader = follow(start, (after) => read(database, actor, after), res, log);
    const unsubscribe = wakes.subscribe(reader.wake);
    const heartbeat = setInterval(() => res.write(': still here\n\n'), HEARTBEAT_EVERY_MS);
    const lifetime = setTimeout(() => res.end(), LIVES_MS);
    res.on('close', () => {
      reader.stop();
      unsubscribe();
      clearInterval(heartbeat);
      clearTimeout(lifetime);
    });
    reader.wake();
  };
}

function resumeFrom(req: Request): EventCursor | undefined {
  const given = req.get('Last-Event-ID');
  if (given === undefined) return undefined;
  const cursor = cursorFrom(given);
  if (cursor) return cursor;
  throw new Problem('INVALID_REQUEST', { detail: 'Last-Event-ID: Is not an id of this stream' });
}

/** The first message carries an id, so that a connection lost before any event resumes without a gap. */
function open(res: Response, start: EventCursor): void {
  res.status(200).set({
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  });
  res.write(`retry: 2000\nid: ${cursorText(start)}\nevent: ready\ndata: {}\n\n`);
}

function read(database: Database, actor: Actor, after: EventCursor): Promise<EventRow[]> {
  const accounts = visibleAccounts(actor);
  const accountIds = accounts === 'all' ? undefined : accounts;
  return asTenant(database, 'changeover_api', actor.tenant, (transaction) =>
    eventsAfter(transaction, { accountIds, after, limit: AT_ONCE }),
  );
}

/** Reads one batch after the other, never two at once; a wake-up during a read causes one more. */
function follow(
  start: EventCursor,
  readAfter: (cursor: EventCursor) => Promise<EventRow[]>,
  res: Response,
  log: Logger,
) {
  let cursor = start;
  let wanted = false;
  let reading = false;
  let stopped = false;
  const run = async () => {
    reading = true;
    try {
      while (wanted && !stopped) {
        wanted = false;
        const batch = await readAfter(cursor);
        for (const event of batch) if (!stopped) res.write(eventMessage(event));
        const last = batch.at(-1);
        if (last) cursor = { xid: last.xid, id: last.id };
        if (batch.length === AT_ONCE) wanted = true;
      }
    } catch (error) {
      log.warn({ err: error }, 'live events interrupted');
      // The reader connects again and resumes after the last id it got; ending is how it learns that it must.
      res.end();
    } finally {
      reading = false;
    }
  };
  return {
    wake() {
      wanted = true;
      if (!reading && !stopped) void run();
    },
    stop() {
      stopped = true;
    },
  };
}
