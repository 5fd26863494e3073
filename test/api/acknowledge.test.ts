import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asTenant } from '../../db/client.ts';
import { events } from '../../db/schema/events.ts';
import { orderHistory } from '../../db/schema/orders.ts';
import { type Orders, ordersOn, tenToTwelve } from '../support/orders.ts';
import { expectProblem } from '../support/problem.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { addSubscription } from '../support/subscriptions.ts';
import { forgetWorkflow } from '../support/workflow-gone.ts';

let stack: Stack;
let orders: Orders;
beforeAll(async () => {
  stack = await startStack();
  orders = ordersOn(stack);
});
afterAll(() => stack.close());

/** An order of Hana's whose outcome awaits her. */
async function finished(subscriptionId: string): Promise<string> {
  await addSubscription(stack, subscriptionId);
  const id = await orders.accepted('hana', tenToTwelve(subscriptionId));
  await orders.until('hana', id, 'completed');
  return id;
}
const acknowledgementOf = async (id: string) => (await orders.get('hana', id)).body.acknowledgement;
const recorded = (id: string) =>
  asTenant(stack.database, 'changeover_api', 'acme', async (transaction) => ({
    history: (
      await transaction
        .select()
        .from(orderHistory)
        .where(eq(orderHistory.orderId, id))
        .orderBy(asc(orderHistory.version))
    ).map(({ state }) => state),
    events: await transaction.$count(events, eq(events.orderId, id)),
  }));
const result = (id: string) => orders.workflow(id).result();

describe('the outcome of an order', () => {
  it('cannot be acknowledged before there is one', async () => {
    const subscriptionId = await addSubscription(stack, 'sub-early');
    await stack.vendor.setFault(`vendor-${subscriptionId}`, { mode: 'hold' });
    const id = await orders.accepted('hana', tenToTwelve(subscriptionId));
    expectProblem(await orders.acknowledge('hana', id), 'ORDER_NOT_FINISHED', { orderId: id });
    await stack.vendor.clearFault(`vendor-${subscriptionId}`);
    await orders.until('hana', id, 'completed');
    expect((await orders.acknowledge('hana', id)).status).toBe(200);
  });

  it('of a rejected order is none to acknowledge', async () => {
    const subscriptionId = await addSubscription(stack, 'sub-never');
    const rejected = await orders.place('hana', tenToTwelve(subscriptionId, { quantity: 10 }));
    expectProblem(await orders.acknowledge('hana', rejected.body.orderId), 'ORDER_NOT_FINISHED');
  });

  it('stays until the box is ticked', async () => {
    const id = await finished('sub-unticked');
    for (const unticked of [{ confirmed: false }, {}]) {
      expectProblem(await orders.acknowledge('hana', id, unticked), 'ACKNOWLEDGEMENT_NOT_CONFIRMED', { orderId: id });
    }
    for (const invalid of [
      { confirmed: 'true' },
      { confirmed: 1 },
      { confirmed: null },
      { confirmed: true, by: 'x' },
    ]) {
      expectProblem(await orders.acknowledge('hana', id, invalid), 'INVALID_REQUEST');
    }
    expect(await acknowledgementOf(id)).toMatchObject({ state: 'awaiting', acknowledgedBy: null });
    expect((await orders.workflow(id).describe()).status.name).toBe('RUNNING');
  });

  it('is recorded with who saw it, when and what, and ends the order', async () => {
    const id = await finished('sub-ticked');
    const shown = (await acknowledgementOf(id)).notice;
    const answer = await orders.acknowledge('hana', id);
    expect(answer.body).toMatchObject({
      state: 'completed',
      version: 3,
      acknowledgement: {
        state: 'acknowledged',
        acknowledgedBy: 'hana',
        acknowledgedAt: expect.stringMatching(/Z$/),
        channel: 'api',
        notice: shown,
      },
    });
    expect(answer.headers.get('etag')).toBe('"3"');
    await expect(result(id)).resolves.toEqual({ state: 'completed', acknowledgement: 'acknowledged' });
  });

  it('acknowledged twice, by whomever, keeps the first time', async () => {
    const id = await finished('sub-twice');
    const first = await orders.acknowledge('hana', id);
    const answers = [await orders.acknowledge('hana', id), await orders.acknowledge('oscar', id)];
    for (const again of answers) expect(again).toMatchObject({ status: 200, body: first.body });
  });

  it('acknowledged many times at once is recorded once, and nobody hears of a fault', async () => {
    const id = await finished('sub-at-once');
    const people = ['hana', 'paula', 'oscar', 'hana', 'paula', 'oscar', 'hana', 'paula'];
    const answers = await Promise.all(people.map((person) => orders.acknowledge(person, id)));
    expect(answers.map(({ status }) => status)).toEqual(people.map(() => 200));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    await expect(result(id)).resolves.toEqual({ state: 'completed', acknowledgement: 'acknowledged' });
  });

  it.each(['paula', 'oscar'])('may be acknowledged by %s, who acts for the account', async (person) => {
    const id = await finished(`sub-by-${person}`);
    const answer = await orders.acknowledge(person, id);
    expect(answer.body.acknowledgement).toMatchObject({ state: 'acknowledged', acknowledgedBy: person });
  });

  it('is nothing for a machine, and not there for others', async () => {
    const id = await finished('sub-strangers');
    expectProblem(await orders.acknowledge('billing', id), 'ROLE_NOT_ALLOWED');
    for (const stranger of ['bob', 'grace', 'gus']) {
      const foreign = await orders.acknowledge(stranger, id);
      expectProblem(foreign, 'ORDER_NOT_FOUND');
      expect(foreign.body).toEqual((await orders.acknowledge(stranger, randomUUID())).body);
    }
    expect(await acknowledgementOf(id)).toMatchObject({ state: 'awaiting' });
  });

  it('is found by its id in capitals too, and its workflow hears of it', async () => {
    const id = await finished('sub-capitals');
    expect((await orders.get('hana', id.toUpperCase())).body.id).toBe(id);
    expect((await orders.acknowledge('hana', id.toUpperCase())).status).toBe(200);
    await expect(result(id)).resolves.toMatchObject({ acknowledgement: 'acknowledged' });
  });
});

describe('an outcome whose workflow is gone', () => {
  it.each<[string, (id: string) => Promise<unknown>]>([
    ['terminated', (id: string) => orders.workflow(id).terminate('test')],
    ['forgotten', (id: string) => forgetWorkflow(stack, id)],
  ])('because it was %s is recorded all the same, with history and event', async (how, end) => {
    const id = await finished(`sub-${how}`);
    await end(id);
    const answer = await orders.acknowledge('hana', id);
    expect(answer).toMatchObject({
      status: 200,
      body: { version: 3, acknowledgement: { state: 'acknowledged', acknowledgedBy: 'hana', channel: 'api' } },
    });
    expect((await orders.acknowledge('hana', id)).body).toEqual(answer.body);
    expect(await recorded(id)).toEqual({ history: ['inProgress', 'completed', 'completed'], events: 3 });
    const next = tenToTwelve(`sub-${how}`, { quantity: 13, expectedCurrentQuantity: 12 });
    await orders.accepted('hana', next);
  });
});

describe('an acknowledgement sent the moment the outcome shows', () => {
  it('is recorded each time, although the workflow may not have heard of the outcome yet', async () => {
    const subscriptionId = await addSubscription(stack, 'sub-tight');
    for (let quantity = 11; quantity <= 30; quantity++) {
      const body = tenToTwelve(subscriptionId, { quantity, expectedCurrentQuantity: quantity - 1 });
      const id = await orders.accepted('hana', body);
      while ((await orders.get('hana', id)).body.state === 'inProgress');
      expect(await orders.acknowledge('hana', id)).toMatchObject({
        status: 200,
        body: { state: 'completed', acknowledgement: { state: 'acknowledged' } },
      });
    }
    expect(await orders.quantityOf('hana', subscriptionId)).toBe(30);
  });
});
