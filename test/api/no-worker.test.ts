import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { effectsOn } from '../support/effects.ts';
import { type Orders, ordersOn, tenToTwelve } from '../support/orders.ts';
import { expectProblem } from '../support/problem.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { addSubscription } from '../support/subscriptions.ts';

let stack: Stack;
let orders: Orders;
beforeAll(async () => {
  stack = await startStack({ workers: false });
  orders = ordersOn(stack);
});
afterEach(() => stack.stopWorkers());
afterAll(() => stack.close());

describe('an order placed while no worker runs', () => {
  it('is taken without a verdict, shows as submitted to those who may see it, and is decided when a worker comes', async () => {
    const id = await addSubscription(stack, 'sub-taken');
    const key = randomUUID();
    const taken = await orders.place('hana', tenToTwelve(id), key);
    expect({ status: taken.status, body: taken.body }).toEqual({
      status: 202,
      body: { id: expect.stringMatching(/^[0-9a-f-]{36}$/), state: 'submitted' },
    });
    const { id: orderId } = taken.body;
    expect(taken.headers.get('location')).toBe(`/v1/orders/${orderId}`);

    for (const person of ['hana', 'paula', 'oscar']) {
      expect(await orders.get(person, orderId)).toMatchObject({
        status: 200,
        body: { id: orderId, state: 'submitted' },
      });
    }
    for (const person of ['bob', 'grace', 'gus']) {
      expectProblem(await orders.get(person, orderId), 'ORDER_NOT_FOUND');
    }
    expectProblem(await orders.acknowledge('hana', orderId), 'ORDER_NOT_FOUND');
    expect((await stack.as('hana', 'GET', '/v1/orders')).body.items).toEqual([]);

    await stack.startWorkers();
    const { body: order } = await orders.until('hana', orderId, 'completed');
    expect(order).toMatchObject({ quantity: 12, decision: { outcome: 'accepted' } });
    const again = await orders.place('hana', tenToTwelve(id), key);
    expect(again).toMatchObject({ status: 201, body: { id: orderId, state: 'inProgress' } });
    expect(await effectsOn(stack, id)).toHaveLength(1);
  });

  it('that the rules reject is rejected when a worker comes, and its key then answers the rejection', async () => {
    const id = await addSubscription(stack, 'sub-taken-rejected');
    const key = randomUUID();
    const body = tenToTwelve(id, { quantity: 10 });
    const taken = await orders.place('hana', body, key);
    expect(taken.status).toBe(202);
    await stack.startWorkers();
    await orders.until('hana', taken.body.id, 'rejected');
    expectProblem(await orders.place('hana', body, key), 'NO_CHANGE', { orderId: taken.body.id });
  });

  it('is checked for what needs no rules all the same, and then starts nothing', async () => {
    const before = (await stack.temporal.workflow.count()).count;
    expectProblem(await orders.place('hana', tenToTwelve('sub-bob-patch')), 'SUBSCRIPTION_NOT_FOUND');
    expectProblem(await orders.place('billing', tenToTwelve('sub-hana-av')), 'ROLE_NOT_ALLOWED');
    expectProblem(await orders.place('hana', tenToTwelve('sub-hana-av', { quantity: 0 })), 'INVALID_REQUEST');
    expect((await stack.temporal.workflow.count()).count).toBe(before);
  });
});

describe('an outcome acknowledged while no worker runs', () => {
  it('is not recorded, the answer says when to repeat it, and the repeat is recorded', async () => {
    const id = await addSubscription(stack, 'sub-unheard');
    await stack.startWorkers();
    const order = await orders.accepted('hana', tenToTwelve(id));
    await orders.until('hana', order, 'completed');
    await stack.stopWorkers();

    const unheard = await orders.acknowledge('hana', order);
    expectProblem(unheard, 'TEMPORARILY_UNAVAILABLE', { orderId: order });
    expect(Number(unheard.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await orders.get('hana', order)).body.acknowledgement.state).toBe('awaiting');

    await stack.startWorkers();
    // As the answer advises; a worker that has just come may need more than one repeat's time.
    const repeated = () => orders.acknowledge('hana', order);
    await expect
      .poll(repeated, { timeout: 30_000, interval: 2_000 })
      .toMatchObject({ status: 200, body: { acknowledgement: { state: 'acknowledged' } } });
    await expect(orders.workflow(order).result()).resolves.toMatchObject({ acknowledgement: 'acknowledged' });
  });
});
