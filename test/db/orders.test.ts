import { asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { findOrder, insertOrder, stepOrder } from '../../db/orders.ts';
import { events } from '../../db/schema/events.ts';
import { orderHistory } from '../../db/schema/orders.ts';
import { VersionConflict } from '../../db/subscriptions.ts';
import { orderRow } from './order-row.ts';
import { testDatabase } from './test-database.ts';

const { asWorker, asApi } = testDatabase();

const insert = (fields: Parameters<typeof orderRow>[0]) =>
  asWorker((transaction) => insertOrder(transaction, orderRow(fields)));
const at = new Date('2026-11-24T10:00:00Z');
const historyOf = (orderId: string) =>
  asApi((transaction) =>
    transaction.select().from(orderHistory).where(eq(orderHistory.orderId, orderId)).orderBy(asc(orderHistory.version)),
  );
const eventsOf = (orderId: string) =>
  asApi((transaction) =>
    transaction.select().from(events).where(eq(events.orderId, orderId)).orderBy(asc(events.orderVersion)),
  );

const step = (
  transaction: Parameters<typeof stepOrder>[0],
  before: Parameters<typeof stepOrder>[1],
  change: Parameters<typeof stepOrder>[2],
) => stepOrder(transaction, before, change, { type: 'order.completed', actor: 'changeover', reason: 'test', at });

describe('writing a decided order', () => {
  it('writes its history and its event with it', async () => {
    const { id } = await insert({ subscriptionId: 'sub-bob-patch', accountId: 'acc-bob' });
    expect(await historyOf(id)).toMatchObject([
      { version: 1, state: 'inProgress', acknowledgement: 'notRequired', actor: 'hana', reason: 'accepted' },
    ]);
    expect(await eventsOf(id)).toMatchObject([
      { type: 'order.inProgress', accountId: 'acc-bob', subscriptionId: 'sub-bob-patch', orderVersion: 1 },
    ]);
  });

  it('keeps a rejected one too, with the code of its first rejection as the reason', async () => {
    const { decision } = orderRow();
    const rejection = { code: 'NO_CHANGE', rule: 'quantityChanges', source: 'R1', sentence: 'It changes.' } as const;
    const none = { inputs: {}, eligibleFrom: null, eligibleUntil: null, smallestChange: null };
    const { id } = await insert({
      state: 'rejected',
      decision: { ...decision, outcome: 'rejected', rejections: [{ ...rejection, ...none }] },
    });
    expect(await historyOf(id)).toMatchObject([{ version: 1, state: 'rejected', reason: 'NO_CHANGE' }]);
    expect(await eventsOf(id)).toMatchObject([{ type: 'order.rejected', state: 'rejected' }]);
  });

  it('that is to hold later says so in its event', async () => {
    const { id } = await insert({ state: 'scheduled' });
    expect(await eventsOf(id)).toMatchObject([{ type: 'order.scheduled', state: 'scheduled' }]);
  });

  it('a second time under the same id fails, and leaves no history', async () => {
    const { id } = await insert({ state: 'cancelled' });
    await expect(insert({ id, state: 'cancelled' })).rejects.toMatchObject({ constraint: 'orders_tenant_id_pk' });
    expect(await historyOf(id)).toHaveLength(1);
  });
});

describe('moving an order on', () => {
  it('counts its version and writes history and event of the step', async () => {
    const before = await insert({ state: 'cancelled' });
    const after = await asWorker((transaction) => step(transaction, before, { acknowledgement: 'awaiting' }));
    expect(after).toEqual({ ...before, acknowledgement: 'awaiting', version: 2 });
    expect(await historyOf(before.id)).toMatchObject([
      { version: 1 },
      { version: 2, acknowledgement: 'awaiting', actor: 'changeover', reason: 'test', effectiveAt: at },
    ]);
    expect(await eventsOf(before.id)).toMatchObject([{ orderVersion: 1 }, { orderVersion: 2 }]);
  });

  it('from a version that is no longer the present one throws, and changes nothing', async () => {
    const before = await insert({ state: 'cancelled' });
    const after = await asWorker((transaction) => step(transaction, before, { failureCode: 'FIRST' }));
    const late = asWorker((transaction) => step(transaction, before, { failureCode: 'SECOND' }));
    await expect(late).rejects.toBeInstanceOf(VersionConflict);
    expect(await asApi((transaction) => findOrder(transaction, before.id))).toEqual(after);
    expect(await historyOf(before.id)).toHaveLength(2);
  });
});
