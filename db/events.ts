import { and, asc, inArray, sql } from 'drizzle-orm';
import type { Database, Transaction } from './client.ts';
import { listen } from './listen.ts';
import { events } from './schema/events.ts';

/** A place in the stream of events: everything up to and including it has been read. */
export type EventCursor = { xid: string; id: bigint };
export type EventRow = typeof events.$inferSelect;

const settled = sql`${events.xid} < pg_snapshot_xmin(pg_current_snapshot())`;

/**
 * Events after a cursor, oldest first, only those below the oldest transaction still running: one that commits later can
 * then never come before one already served. `accountIds` undefined means every account of the tenant.
 */
export function eventsAfter(
  transaction: Transaction,
  { accountIds, after, limit }: { accountIds?: readonly string[] | undefined; after: EventCursor; limit: number },
): Promise<EventRow[]> {
  return transaction
    .select()
    .from(events)
    .where(
      and(
        settled,
        sql`(${events.xid}, ${events.id}) > (${after.xid}::xid8, ${after.id.toString()}::bigint)`,
        accountIds && inArray(events.accountId, [...accountIds]),
      ),
    )
    .orderBy(asc(events.xid), asc(events.id))
    .limit(limit);
}

/** The place from which a reader who asks for no earlier one starts: just before anything not yet settled. */
export async function presentCursor(transaction: Transaction): Promise<EventCursor> {
  const {
    rows: [row],
  } = await transaction.execute<{ xid: string }>(
    sql`select (pg_snapshot_xmin(pg_current_snapshot())::text::numeric - 1)::text as xid`,
  );
  if (!row) throw new Error('Postgres gave no snapshot');
  return { xid: row.xid, id: 9223372036854775807n };
}

/** Calls `wake` whenever some transaction wrote events; a hint only, poll beside it. */
export const onEvents = (database: Pick<Database, 'url'>, wake: () => void) =>
  listen(database, 'changeover_events', wake);
