import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { effectsOn } from '../support/effects.ts';
import { changeQuantity, type Orders, ordersOn, tenToTwelve } from '../support/orders.ts';
import { expectProblem } from '../support/problem.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { addSubscription } from '../support/subscriptions.ts';
import { recordVendorCalls } from '../support/vendor-calls.ts';
import { forgetWorkflow, startAnew, workflowIsKnown } from '../support/workflow-gone.ts';

let stack: Stack;
let orders: Orders;
beforeAll(async () => {
  stack = await startStack();
  orders = ordersOn(stack);
});
afterAll(() => stack.close());

const ordersOf = async (subscriptionId: string) =>
  (await stack.as('oscar', 'GET', `/v1/orders?subscriptionId=${subscriptionId}`)).body.items;

describe('the same key with the same body', () => {
  it('is answered as the first time, however far the order has come since', async () => {
    const id = await addSubscription(stack, 'sub-again');
    const key = randomUUID();
    const first = await orders.place('hana', tenToTwelve(id), key);
    expect(first.status).toBe(201);
    const again = async () => {
      const { status, body, headers } = await orders.place('hana', tenToTwelve(id), key);
      expect({ status, body, location: headers.get('location'), etag: headers.get('etag') }).toEqual({
        status: 201,
        body: first.body,
        location: first.headers.get('location'),
        etag: first.headers.get('etag'),
      });
    };
    await again();
    await orders.until('hana', first.body.id, 'completed');
    await again();
    await orders.acknowledge('hana', first.body.id);
    await again();
    expect(await ordersOf(id)).toHaveLength(1);
    expect(await effectsOn(stack, id)).toHaveLength(1);
  });

  it('is the same whatever the order of its fields', async () => {
    const id = await addSubscription(stack, 'sub-fields');
    const key = randomUUID();
    const first = await orders.place('hana', tenToTwelve(id), key);
    const turned = Object.fromEntries(Object.entries(tenToTwelve(id)).reverse());
    expect(await orders.place('hana', turned, key)).toMatchObject({ status: 201, body: first.body });
  });

  it('sent twenty times at once makes one order with one effect, and gives one answer', async () => {
    const id = await addSubscription(stack, 'sub-twenty');
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => orders.place('hana', tenToTwelve(id), key)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    await orders.until('hana', answers[0]?.body.id, 'completed');
    expect(await ordersOf(id)).toHaveLength(1);
    expect(await effectsOn(stack, id)).toHaveLength(1);
    expect((await stack.vendor.calls(`vendor-${id}`)).apply).toBe(1);
  });

  it('of a rejected order is rejected for the same reasons, even where a new order would now pass', async () => {
    const id = await addSubscription(stack, 'sub-rejected', { product: 'endpoint', quantity: 20 });
    const body = changeQuantity(id, { quantity: 21, expectedCurrentQuantity: 22 });
    const key = randomUUID();
    const first = await orders.place('hana', body, key);
    expectProblem(first, 'STALE_QUANTITY');
    const between = await orders.accepted('hana', changeQuantity(id, { quantity: 22, expectedCurrentQuantity: 20 }));
    await orders.until('hana', between, 'completed');
    expect(await orders.place('hana', body, key)).toMatchObject({ status: 409, body: first.body });
    await orders.accepted('hana', body);
  });
});

describe('the same key with another body', () => {
  it.each([
    ['an accepted', { quantity: 12 }],
    ['a rejected', { quantity: 10 }],
  ])('as %s order had is refused, and changes nothing', async (kind, fields) => {
    const id = await addSubscription(stack, `sub-other-body-${kind.replace(' ', '-')}`);
    const key = randomUUID();
    await orders.place('hana', tenToTwelve(id, fields), key);
    for (const other of [{ quantity: 13 }, { ...fields, note: 'please' }]) {
      expectProblem(await orders.place('hana', tenToTwelve(id, other), key), 'IDEMPOTENCY_KEY_REUSED');
    }
    expect(await ordersOf(id)).toHaveLength(1);
  });

  it('is refused too while the first has no verdict yet, because no worker runs', async () => {
    const id = await addSubscription(stack, 'sub-undecided');
    const key = randomUUID();
    await stack.stopWorkers();
    try {
      const first = orders.place('hana', tenToTwelve(id), key);
      const running = async () => {
        const query = `ChangeoverSubscription = '${id}'`;
        return (await stack.temporal.workflow.count(query)).count;
      };
      await expect.poll(running).toBe(1);
      const [other, same] = await Promise.all([
        orders.place('hana', tenToTwelve(id, { quantity: 13 }), key),
        orders.place('hana', tenToTwelve(id), key),
      ]);
      expectProblem(other, 'IDEMPOTENCY_KEY_REUSED');
      expect([(await first).status, same.status]).toEqual([202, 202]);
      expect(same.body).toEqual((await first).body);
    } finally {
      await stack.startWorkers();
    }
  });
});

describe('the same key of somebody else', () => {
  it('of the same account, or of another seller, names another order', async () => {
    const id = await addSubscription(stack, 'sub-shared', { product: 'endpoint', quantity: 20 });
    const abroad = await addSubscription(stack, 'sub-abroad', { tenant: 'globex', accountId: 'acc-grace' });
    const key = randomUUID();
    const byHana = await orders.place('hana', changeQuantity(id, { quantity: 21, expectedCurrentQuantity: 20 }), key);
    await orders.until('hana', byHana.body.id, 'completed');
    const byPaula = await orders.place('paula', changeQuantity(id, { quantity: 22, expectedCurrentQuantity: 21 }), key);
    const byGrace = await orders.place('grace', tenToTwelve(abroad), key);
    expect([byHana, byPaula, byGrace].map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set([byHana, byPaula, byGrace].map(({ body }) => body.id)).size).toBe(3);
  });
});

describe('a key whose workflow is gone', () => {
  it('is answered from the stored order, and starts no new workflow', async () => {
    const id = await addSubscription(stack, 'sub-forgotten');
    const key = randomUUID();
    const first = await orders.place('hana', tenToTwelve(id), key);
    await orders.until('hana', first.body.id, 'completed');
    await forgetWorkflow(stack, first.body.id);

    expect(await orders.place('hana', tenToTwelve(id), key)).toMatchObject({ status: 201, body: first.body });
    expectProblem(await orders.place('hana', tenToTwelve(id, { quantity: 13 }), key), 'IDEMPOTENCY_KEY_REUSED');
    expect(await workflowIsKnown(stack, first.body.id)).toBe(false);
    expect(await effectsOn(stack, id)).toHaveLength(1);
  });

  it('goes on from the stored state when its workflow is started anew, and asks the vendor before any repeat', async () => {
    const id = await addSubscription(stack, 'sub-resumed');
    const calls = recordVendorCalls(stack);
    await stack.vendor.setFault(`vendor-${id}`, { mode: 'hold', applied: true });
    const first = await orders.accepted('hana', tenToTwelve(id));
    await expect.poll(() => effectsOn(stack, id)).toHaveLength(1);
    const input = await forgetWorkflow(stack, first);
    expect((await orders.get('hana', first)).body.state).toBe('inProgress');

    await startAnew(stack, input);
    const { body: order } = await orders.until('hana', first, 'completed');
    expect(order.acknowledgement.state).toBe('awaiting');
    expect(calls.of(first)).toEqual(['apply', 'lookUp']);
    expect(await effectsOn(stack, id)).toHaveLength(1);
    expect(await orders.quantityOf('hana', id)).toBe(12);

    expect((await orders.acknowledge('hana', first)).status).toBe(200);
    await expect(orders.workflow(first).result()).resolves.toMatchObject({ acknowledgement: 'acknowledged' });
    await stack.vendor.clearFault(`vendor-${id}`);
    calls.stop();
  });

  it('ends at once when it is started anew for an order that is over', async () => {
    const id = await addSubscription(stack, 'sub-over');
    const first = await orders.accepted('hana', tenToTwelve(id));
    await orders.until('hana', first, 'completed');
    const input = await forgetWorkflow(stack, first);
    const { body: before } = await orders.acknowledge('hana', first);

    const anew = await startAnew(stack, input);
    expect(await anew.result()).toEqual({ state: 'completed', acknowledgement: 'acknowledged' });
    expect((await orders.get('hana', first)).body).toEqual(before);
    expect((await stack.vendor.calls(`vendor-${id}`)).apply).toBe(1);
  });
});
