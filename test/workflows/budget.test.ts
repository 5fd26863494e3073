import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { billableActions, eventsOf } from '../support/history.ts';
import { changeQuantity, type Orders, ordersOn } from '../support/orders.ts';
import { type Stack, startStack } from '../support/stack.ts';

let stack: Stack;
let orders: Orders;
let writing: ReturnType<typeof countWritingTransactions>;
beforeAll(async () => {
  stack = await startStack();
  orders = ordersOn(stack);
  writing = countWritingTransactions();
});
afterAll(() => stack.close());

/**
 * Counts the activities' transactions to which Postgres has given a transaction id: that only those get that write, or lock a
 * row in order to write.
 */
function countWritingTransactions(): { count: number; readOnly: number } {
  const counted = { count: 0, readOnly: 0 };
  const { database } = stack;
  const transaction: typeof database.transaction = database.transaction.bind(database);
  database.transaction = (work) =>
    transaction(async (inside) => {
      const result = await work(inside);
      const {
        rows: [row],
      } = await inside.execute<{ role: string; xid: string | null }>(
        sql`select current_user as role, pg_current_xact_id_if_assigned()::text as xid`,
      );
      if (row?.role === 'changeover_worker') counted[row.xid === null ? 'readOnly' : 'count'] += 1;
      return result;
    });
  return counted;
}

describe('one acknowledged change of quantity', () => {
  it('takes 20 history events, 6 billable actions, one vendor call and three writing transactions', async () => {
    const before = await stack.vendor.calls('vendor-sub-hana-av');
    const { count } = writing;
    const { body } = await orders.place(
      'hana',
      changeQuantity('sub-hana-av', { quantity: 6, expectedCurrentQuantity: 5 }),
    );
    await orders.until('hana', body.id, 'completed');
    // The outcome is in Postgres a moment before its workflow hears of it; only then the acknowledgement has a task of its own.
    await expect.poll(() => eventsOf(stack.temporal, body.id)).toHaveLength(13);
    await orders.acknowledge('hana', body.id);

    await expect
      .poll(async () => (await eventsOf(stack.temporal, body.id)).at(-1))
      .toBe('WORKFLOW_EXECUTION_COMPLETED');
    expect(await eventsOf(stack.temporal, body.id)).toHaveLength(20);
    expect(await billableActions(stack.temporal, body.id)).toBe(6);
    const after = await stack.vendor.calls('vendor-sub-hana-av');
    expect(after).toEqual({ ...before, apply: before.apply + 1 });
    expect(writing.count - count).toBe(3);
  });
});

describe('one rejected change of quantity', () => {
  it('takes 8 history events, calls no vendor, writes once and is closed at once', async () => {
    const before = await stack.vendor.calls('vendor-sub-bob-patch');
    const { count } = writing;
    const { status, body } = await orders.place(
      'bob',
      changeQuantity('sub-bob-patch', { quantity: 8, expectedCurrentQuantity: 8 }),
    );
    expect([status, body.code]).toEqual([422, 'NO_CHANGE']);
    expect(await eventsOf(stack.temporal, body.orderId)).toEqual([
      'WORKFLOW_EXECUTION_STARTED',
      'WORKFLOW_TASK_SCHEDULED',
      'WORKFLOW_TASK_STARTED',
      'WORKFLOW_TASK_COMPLETED',
      'WORKFLOW_EXECUTION_UPDATE_ACCEPTED',
      'MARKER_RECORDED',
      'WORKFLOW_EXECUTION_UPDATE_COMPLETED',
      'WORKFLOW_EXECUTION_COMPLETED',
    ]);
    expect(await stack.vendor.calls('vendor-sub-bob-patch')).toEqual(before);
    expect(writing.count - count).toBe(1);
  });
});
