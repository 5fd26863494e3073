import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asTenant, type Database, openDatabase, type Transaction } from '../../db/client.ts';
import { type EventCursor, eventsAfter, onEvents, presentCursor } from '../../db/events.ts';
import { events } from '../../db/schema/events.ts';
import { createDatabase } from '../support/database.ts';

let owned: Awaited<ReturnType<typeof createDatabase>>;
let database: Database;
beforeAll(async () => {
  owned = await createDatabase();
  database = openDatabase(owned.url);
});
afterAll(async () => {
  await database.close();
  await owned.drop();
});

const write = (transaction: Transaction, subscriptionId: string) =>
  transaction.insert(events).values({
    tenant: 'acme',
    accountId: 'acc-hana',
    type: 'order.completed',
    orderId: randomUUID(),
    subscriptionId,
    state: 'completed',
    acknowledgement: 'awaiting',
    orderVersion: 2,
  });
const asWorker = <T>(work: (transaction: Transaction) => Promise<T>) =>
  asTenant(database, 'changeover_worker', 'acme', work);
const read = (after: EventCursor, accountIds?: string[]) =>
  asTenant(database, 'changeover_api', 'acme', (transaction) =>
    eventsAfter(transaction, { after, limit: 100, accountIds }),
  );
const names = async (after: EventCursor) => (await read(after)).map(({ subscriptionId }) => subscriptionId);
const now = () => asTenant(database, 'changeover_api', 'acme', presentCursor);

/** A transaction that writes first and commits when it is told to. */
async function slowWriter(subscriptionId: string) {
  let commit = () => {};
  const mayCommit = new Promise<void>((resolve) => {
    commit = resolve;
  });
  let written = () => {};
  const hasWritten = new Promise<void>((resolve) => {
    written = resolve;
  });
  const done = asWorker(async (transaction) => {
    await write(transaction, subscriptionId);
    written();
    await mayCommit;
  });
  await hasWritten;
  return {
    async commit() {
      commit();
      await done;
    },
  };
}

describe('a reader of events', () => {
  it('never passes one that was written first and commits last', async () => {
    const start = await now();
    const slow = await slowWriter('first');
    await asWorker((transaction) => write(transaction, 'second'));
    expect(await names(start)).toEqual([]);
    await slow.commit();
    await expect.poll(() => names(start)).toEqual(['first', 'second']);
  });

  it('goes on after the last one it has seen, without gap or repeat', async () => {
    const start = await now();
    for (const name of ['a', 'b', 'c']) await asWorker((transaction) => write(transaction, name));
    await expect.poll(() => names(start)).toHaveLength(3);
    const [first] = await read(start);
    if (!first) throw new Error('There is no first event');
    expect(await names({ xid: first.xid, id: first.id })).toEqual(['b', 'c']);
  });

  it('gets several events of one transaction in the order in which they were written', async () => {
    const start = await now();
    await asWorker(async (transaction) => {
      for (const name of ['x', 'y', 'z']) await write(transaction, name);
    });
    await expect.poll(() => names(start)).toEqual(['x', 'y', 'z']);
  });

  it('who starts now misses nothing that is still being written', async () => {
    const slow = await slowWriter('being-written');
    const start = await now();
    await slow.commit();
    await expect.poll(() => names(start)).toEqual(['being-written']);
  });

  it('gets those of its accounts only', async () => {
    const start = await now();
    await asWorker((transaction) => write(transaction, 'of-hana'));
    await expect.poll(() => names(start)).toHaveLength(1);
    expect(await read(start, ['acc-bob'])).toEqual([]);
    expect(await read(start, [])).toEqual([]);
  });
});

describe('writing an event', () => {
  it('wakes those who listen', async () => {
    let woken = 0;
    const listening = await onEvents(database, () => {
      woken += 1;
    });
    await asWorker((transaction) => write(transaction, 'wake'));
    await expect.poll(() => woken).toBeGreaterThan(0);
    await listening.stop();
    await database.orm.execute(sql`select 1`);
  });
});
