import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../support/database.ts';
import { type Orders, ordersOn, tenToTwelve } from '../support/orders.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { addSubscription } from '../support/subscriptions.ts';

let stack: Stack;
let orders: Orders;
beforeAll(async () => {
  stack = await startStack();
  orders = ordersOn(stack);
});
afterAll(() => stack.close());

describe('a subscription whose row somebody has locked and forgotten', () => {
  it('holds up its own order only, and that for no longer than the lock', async () => {
    const locked = await addSubscription(stack, 'sub-locked');
    const held = await withClient(stack.databaseUrl, async (client) => {
      await client.query('begin');
      await client.query('select from subscriptions where id = $1 for update', [locked]);
      const waiting = await orders.place('hana', tenToTwelve(locked));
      expect(waiting.status).toBe(202);
      // Long enough for every try so far to have given its connection back.
      for (const n of Array.from({ length: 12 }, (_, n) => n)) {
        await orders.accepted('hana', tenToTwelve(await addSubscription(stack, `sub-free-${n}`)));
      }
      const { rows } = await client.query(
        `select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      expect(rows[0].waiting).toBeLessThanOrEqual(1);
      return waiting.body.id;
    });
    await orders.until('hana', held, 'completed');
  });
});
