import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { acknowledgeOrder } from '../../db/acknowledge-order.ts';
import { asTenant, type Transaction } from '../../db/client.ts';
import { findOrder, insertOrder } from '../../db/orders.ts';
import { events } from '../../db/schema/events.ts';
import { awaiting, orderRow } from './order-row.ts';
import { testDatabase } from './test-database.ts';

const { opened, asWorker, asApi } = testDatabase();

const insert = async (fields: Parameters<typeof orderRow>[0]) =>
  (await asWorker((transaction) => insertOrder(transaction, orderRow(fields)))).id;
const stored = (orderId: string) => asApi((transaction) => findOrder(transaction, orderId));
const seenBy = (subject: string, orderId: string) => ({
  orderId,
  subject,
  channel: 'api',
  noticeHash: awaiting.noticeHash,
  at: new Date('2026-11-24T11:00:00Z'),
});

describe.each([
  { who: 'the worker', as: asWorker },
  { who: 'the API, where the workflow is gone', as: asApi },
])('an acknowledgement recorded by $who', ({ as }) => {
  it('keeps who has seen the outcome, where and when', async () => {
    const id = await insert(awaiting);
    const recorded = await as((transaction) => acknowledgeOrder(transaction, seenBy('hana', id)));
    expect(recorded.outcome).toBe('acknowledged');
    expect(await stored(id)).toMatchObject({
      state: 'completed',
      acknowledgement: 'acknowledged',
      acknowledgedBy: 'hana',
      acknowledgedChannel: 'api',
      acknowledgedAt: new Date('2026-11-24T11:00:00Z'),
      version: 2,
    });
    const written = await asApi((transaction) => transaction.select().from(events).where(eq(events.orderId, id)));
    expect(written.map(({ type }) => type)).toContain('order.acknowledged');
  });

  it('again, even by somebody else, changes nothing: the first time stands', async () => {
    const id = await insert({ ...awaiting, state: 'failed' });
    await as((transaction) => acknowledgeOrder(transaction, seenBy('hana', id)));
    const before = await stored(id);
    const again = await as((transaction) => acknowledgeOrder(transaction, seenBy('operator-olga', id)));
    expect(again).toEqual({ outcome: 'alreadyClosed', order: before });
    expect(await stored(id)).toEqual(before);
  });

  it('ten times at once is recorded once', async () => {
    const id = await insert(awaiting);
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        as((transaction) => acknowledgeOrder(transaction, seenBy(`person-${n}`, id))),
      ),
    );
    expect(all.map(({ outcome }) => outcome).sort()).toEqual(['acknowledged', ...Array(9).fill('alreadyClosed')]);
    expect((await stored(id))?.version).toBe(2);
  });
});

describe('an acknowledgement', () => {
  it.each([
    { state: 'rejected', subscriptionId: 'sub-hana-av' },
    { state: 'scheduled', subscriptionId: 'sub-hana-av' },
    { state: 'cancelled', subscriptionId: 'sub-hana-av' },
    { state: 'inProgress', subscriptionId: 'sub-hana-package' },
    { state: 'held', subscriptionId: 'sub-hana-endpoint' },
  ] as const)('of an order that is $state is not taken: there is no outcome to see', async (order) => {
    const id = await insert({ ...order, noticeHash: awaiting.noticeHash });
    const before = await stored(id);
    const recorded = await asWorker((transaction) => acknowledgeOrder(transaction, seenBy('hana', id)));
    expect(recorded).toEqual({ outcome: 'notShown', order: before });
    expect(await stored(id)).toEqual(before);
  });

  it('of another notice than the one that is kept is not taken', async () => {
    const id = await insert(awaiting);
    const other = { ...seenBy('hana', id), noticeHash: 'hash-of-another-notice' };
    expect((await asWorker((transaction) => acknowledgeOrder(transaction, other))).outcome).toBe('notShown');
    expect(await stored(id)).toMatchObject({ acknowledgement: 'awaiting', version: 1 });
  });

  it('of an order that was waived leaves it waived', async () => {
    const id = await insert({ ...awaiting, acknowledgement: 'waived' });
    const recorded = await asWorker((transaction) => acknowledgeOrder(transaction, seenBy('hana', id)));
    expect(recorded).toMatchObject({ outcome: 'alreadyClosed', order: { acknowledgement: 'waived' } });
  });

  it('of an order that does not exist finds nothing', async () => {
    const recorded = await asWorker((transaction) => acknowledgeOrder(transaction, seenBy('hana', randomUUID())));
    expect(recorded).toEqual({ outcome: 'notFound' });
  });

  it('of an order of another tenant finds nothing, and leaves it waiting', async () => {
    const order = orderRow({ ...awaiting, tenant: 'globex', accountId: 'acc-grace', subscriptionId: 'sub-grace-av' });
    const asGlobex = <T>(work: (transaction: Transaction) => Promise<T>) =>
      asTenant(opened(), 'changeover_worker', 'globex', work);
    await asGlobex((transaction) => insertOrder(transaction, order));
    const recorded = await asWorker((transaction) => acknowledgeOrder(transaction, seenBy('hana', order.id)));
    expect(recorded).toEqual({ outcome: 'notFound' });
    expect(await asGlobex((transaction) => findOrder(transaction, order.id))).toMatchObject({
      acknowledgement: 'awaiting',
    });
  });
});
