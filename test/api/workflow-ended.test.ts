import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asTenant } from '../../db/client.ts';
import { effectsOn } from '../support/effects.ts';
import { changeQuantity, type Orders, ordersOn, tenToTwelve } from '../support/orders.ts';
import { expectProblem } from '../support/problem.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { addSubscription } from '../support/subscriptions.ts';

let stack: Stack;
let orders: Orders;
beforeAll(async () => {
  stack = await startStack();
  orders = ordersOn(stack);
});
afterAll(() => stack.close());

/** An accepted order whose vendor cannot be reached. */
async function heldUp(id: string): Promise<{ key: string; orderId: string; body: unknown }> {
  await addSubscription(stack, id);
  await stack.vendor.setFault(`vendor-${id}`, { mode: 'down' });
  const key = randomUUID();
  const { body } = await orders.place('hana', tenToTwelve(id), key);
  await expect.poll(async () => (await stack.vendor.calls(`vendor-${id}`)).apply).toBeGreaterThan(0);
  return { key, orderId: body.id, body };
}

describe('an accepted order', () => {
  it('is finished although somebody cancels its workflow in Temporal', async () => {
    const { orderId } = await heldUp('sub-cancelled');
    await orders.workflow(orderId).cancel();
    await stack.vendor.clearFault('vendor-sub-cancelled');
    await orders.until('hana', orderId, 'completed');
    expect((await orders.acknowledge('hana', orderId)).status).toBe(200);
    await expect(orders.workflow(orderId).result()).resolves.toMatchObject({ acknowledgement: 'acknowledged' });
  });

  it('whose workflow was terminated goes on when its key is repeated, with the same answer and one effect', async () => {
    const { key, orderId, body } = await heldUp('sub-terminated');
    await orders.workflow(orderId).terminate('test');
    await stack.vendor.clearFault('vendor-sub-terminated');
    expect(await orders.place('hana', tenToTwelve('sub-terminated'), key)).toMatchObject({ status: 201, body });
    await orders.until('hana', orderId, 'completed');
    expect(await effectsOn(stack, 'sub-terminated')).toHaveLength(1);
    expect((await orders.acknowledge('hana', orderId)).status).toBe(200);
  });
});

describe('an order whose workflow was terminated before it was decided', () => {
  it('is decided when its key is repeated', async () => {
    const id = await addSubscription(stack, 'sub-undecided');
    const key = randomUUID();
    await stack.stopWorkers();
    const taken = await orders.place('hana', tenToTwelve(id), key);
    expect(taken.status).toBe(202);
    await orders.workflow(taken.body.id).terminate('test');
    await stack.startWorkers();
    const repeated = await orders.place('hana', tenToTwelve(id), key);
    expect(repeated).toMatchObject({ status: 201, body: { id: taken.body.id } });
    await orders.until('hana', taken.body.id, 'completed');
  });
});

describe('a product without a policy in force', () => {
  const inForceFrom = (date: string) =>
    asTenant(stack.database, 'changeover_owner', 'acme', (transaction) =>
      transaction.execute(sql`update policies set effective_from = ${date} where id = 'endpoint'`),
    );

  it('cannot be ordered for, says so, holds nobody else up, and can once it has one, with the same key', async () => {
    await addSubscription(stack, 'sub-lawless', { product: 'endpoint', quantity: 25 });
    await addSubscription(stack, 'sub-lawful');
    await inForceFrom('2099-01-01');
    const key = randomUUID();
    const body = changeQuantity('sub-lawless', { quantity: 26, expectedCurrentQuantity: 25 });
    const refused = await orders.place('hana', body, key);
    expectProblem(refused, 'CATALOGUE_INCOMPLETE');
    await orders.accepted('hana', tenToTwelve('sub-lawful'));

    await inForceFrom('2020-01-01');
    expect(await orders.place('hana', body, key)).toMatchObject({ status: 201, body: { id: refused.body.orderId } });
  });
});
