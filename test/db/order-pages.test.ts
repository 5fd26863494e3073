import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { insertOrder, listOrders, type OrderFilter, type OrderPosition, type OrderRow } from '../../db/orders.ts';
import { awaiting, orderRow } from './order-row.ts';
import { testDatabase } from './test-database.ts';

const { asWorker, asApi } = testDatabase();

const minute = (n: number) => new Date(Date.UTC(2026, 10, 24, 9, n));
const insert = (fields: Parameters<typeof orderRow>[0]) =>
  asWorker((transaction) => insertOrder(transaction, orderRow({ state: 'cancelled', ...fields })));
const positionOf = ({ submittedAt, id }: OrderRow): OrderPosition => ({ submittedAt: submittedAt.toISOString(), id });
const page = (filter: OrderFilter, options: Parameters<typeof listOrders>[2]) =>
  asApi((transaction) => listOrders(transaction, filter, options));
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

/** Ten orders, of which the fifth, sixth and seventh were submitted in the same instant. */
let orders: OrderRow[];
beforeAll(async () => {
  orders = [];
  for (const n of [0, 1, 2, 3, 4, 4, 4, 5, 6, 7]) orders.push(await insert({ submittedAt: minute(n) }));
});
const newestFirst = () =>
  [...orders].sort(
    (a, b) => b.submittedAt.getTime() - a.submittedAt.getTime() || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0),
  );

describe('pages of orders', () => {
  it('go from the newest to the oldest, and name orders of one instant once each', async () => {
    expect(ids(await page({}, { limit: 100 }))).toEqual(ids(newestFirst()));
  });

  it.each([1, 2, 3, 7])('of %i orders join to the whole, whatever instant they are cut at', async (limit) => {
    const read: string[] = [];
    let after: OrderPosition | undefined;
    for (;;) {
      const rows = await page({}, { after, limit });
      const last = rows.at(-1);
      if (!last) break;
      read.push(...ids(rows));
      after = positionOf(last);
    }
    expect(read).toEqual(ids(newestFirst()));
  });

  it('stay in place while newer orders come in', async () => {
    const [first = [], expected] = [await page({}, { limit: 4 }), ids(newestFirst()).slice(4)];
    const last = first.at(-1);
    if (!last) throw new Error('The first page is empty');
    const newer = await insert({ submittedAt: minute(30) });
    expect(ids(await page({}, { after: positionOf(last), limit: 100 }))).toEqual(expected);
    expect((await page({}, { limit: 1 }))[0]?.id).toBe(newer.id);
    orders.push(newer);
  });

  it('after the oldest order are empty', async () => {
    const oldest = newestFirst().at(-1);
    if (!oldest) throw new Error('There is no order');
    expect(await page({}, { after: positionOf(oldest), limit: 100 })).toEqual([]);
  });
});

describe('pages of orders, filtered', () => {
  it('by accounts show theirs only, and nothing for no account', async () => {
    const bobs = await insert({ accountId: 'acc-bob', subscriptionId: 'sub-bob-patch', submittedAt: minute(40) });
    orders.push(bobs);
    expect(ids(await page({ accountIds: ['acc-bob'] }, { limit: 100 }))).toEqual([bobs.id]);
    expect(await page({ accountIds: ['acc-hana'] }, { limit: 100 })).toHaveLength(orders.length - 1);
    expect(await page({ accountIds: ['acc-hana', 'acc-bob'] }, { limit: 100 })).toHaveLength(orders.length);
    expect(await page({ accountIds: [] }, { limit: 100 })).toEqual([]);
  });

  it('by subscription, states and acknowledgement show what is all of it', async () => {
    const endpoint = { subscriptionId: 'sub-hana-endpoint' };
    const waiting = await insert({ ...endpoint, ...awaiting, submittedAt: minute(50) });
    const failed = await insert({ ...endpoint, ...awaiting, state: 'failed', submittedAt: minute(51) });
    const seen = await insert({
      ...endpoint,
      state: 'failed',
      acknowledgement: 'acknowledged',
      submittedAt: minute(52),
    });
    orders.push(waiting, failed, seen);
    const found = async (filter: OrderFilter) => ids(await page({ ...endpoint, ...filter }, { limit: 100 }));
    expect(await found({})).toEqual(ids([seen, failed, waiting]));
    expect(await found({ states: ['failed'] })).toEqual(ids([seen, failed]));
    expect(await found({ states: ['failed', 'completed'] })).toEqual(ids([seen, failed, waiting]));
    expect(await found({ acknowledgement: 'awaiting' })).toEqual(ids([failed, waiting]));
    expect(await found({ states: ['failed'], acknowledgement: 'awaiting' })).toEqual(ids([failed]));
    expect(await found({ accountIds: ['acc-bob'] })).toEqual([]);
    expect(await found({ states: [] })).toEqual([]);
  });
});

describe('a page of many orders', () => {
  const position: OrderPosition = { submittedAt: minute(20).toISOString(), id: randomUUID() };
  const plans: { of: string; filter: OrderFilter; index: string }[] = [
    { of: 'a tenant', filter: {}, index: 'orders_newest_first' },
    { of: 'an account', filter: { accountIds: ['acc-hana'] }, index: 'orders_by_account' },
    { of: 'a subscription', filter: { subscriptionId: 'sub-hana-av' }, index: 'orders_by_subscription' },
  ];

  it.each(plans)('of $of is read from its index and needs no sorting', async ({ filter, index }) => {
    const plan = await asApi(async (transaction) => {
      // The planner would rather read these few rows whole.
      await transaction.execute(sql`set local enable_seqscan = off`);
      await transaction.execute(sql`set local enable_bitmapscan = off`);
      const query = listOrders(transaction, filter, { after: position, limit: 20 }) as unknown as {
        getSQL(): typeof sql;
      };
      const { rows } = await transaction.execute<{ 'QUERY PLAN': string }>(sql`explain ${query.getSQL()}`);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    expect(plan).toContain(`Index Scan Backward using ${index}`);
    expect(plan).not.toContain('Sort');
  });
});
