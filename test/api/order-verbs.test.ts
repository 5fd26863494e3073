import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { effectsOn } from '../support/effects.ts';
import { type Orders, ordersOn } from '../support/orders.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { addSubscription } from '../support/subscriptions.ts';

let stack: Stack;
let orders: Orders;
beforeAll(async () => {
  stack = await startStack();
  orders = ordersOn(stack);
});
afterAll(() => stack.close());

const verb = (person: string, id: string, name: string, body: object = { reason: 'asked by telephone' }) =>
  stack.as(person, 'POST', `/v1/orders/${id}:${name}`, { body });
const fewer = (subscriptionId: string) => ({
  type: 'changeQuantity',
  subscriptionId,
  quantity: 8,
  expectedCurrentQuantity: 10,
});
const more = (subscriptionId: string) => ({ ...fewer(subscriptionId), quantity: 12 });

/** A decrease of a monthly subscription, which holds from the first of next month. */
async function scheduled(id: string): Promise<string> {
  const answer = await orders.place('hana', fewer(await addSubscription(stack, id, { product: 'groupware' })));
  expect(answer).toMatchObject({ status: 201, body: { state: 'scheduled' } });
  return answer.body.id;
}

/** Two settings in one order: the vendor does the first, refuses the second, and refuses to take the first back. */
async function held(id: string): Promise<string> {
  const subscriptionId = await addSubscription(stack, id, { product: 'worryFree', managed: false });
  const vendorId = `vendor-${id}`;
  await stack.vendor.setFault(vendorId, { mode: 'timeoutBefore', operations: ['changeLicenceSettings'] });
  const placed = await orders.place('oscar', {
    type: 'changeServicePlan',
    subscriptionId,
    autoRenewal: { enabled: false, frequency: 'monthly' },
    managed: true,
  });
  expect(placed.status, JSON.stringify(placed.body)).toBe(201);
  await expect.poll(() => effectsOn(stack, subscriptionId)).toHaveLength(1);
  await stack.vendor.setFault(vendorId, { mode: 'refuse' });
  await orders.until('oscar', placed.body.id, 'held');
  return placed.body.id;
}

const atVendor = (id: string) => stack.vendor.subscription(`vendor-${id}`);

describe('taking an order back', () => {
  it('before its day cancels it: nothing reaches the vendor, and the subscription stays as it is', async () => {
    const id = await scheduled('taken-back');
    expect(await verb('hana', id, 'cancel')).toMatchObject({ status: 200, body: { state: 'cancelled' } });
    expect(await verb('hana', id, 'cancel')).toMatchObject({ status: 200, body: { state: 'cancelled' } });
    await expect(orders.workflow(id).result()).resolves.toMatchObject({ state: 'cancelled' });
    expect(await effectsOn(stack, 'taken-back')).toEqual([]);
    expect(await orders.quantityOf('hana', 'taken-back')).toBe(10);
  });

  it('brings back what it had superseded', async () => {
    const first = await scheduled('superseded');
    const place = (quantity: number) => orders.place('hana', { ...fewer('superseded'), quantity, supersede: true });
    const second = await place(7);
    expect(second).toMatchObject({ status: 201, body: { state: 'scheduled' } });
    expect((await orders.get('hana', first)).body.state).toBe('cancelled');
    await verb('hana', second.body.id, 'cancel');
    expect((await orders.get('hana', first)).body).toMatchObject({ state: 'scheduled', finishedAt: null });
    expect((await stack.as('hana', 'GET', '/v1/subscriptions/superseded')).body.pendingChanges).toMatchObject([
      { orderId: first, words: 'Change the quantity to 8 users in total' },
    ]);
  });

  it('is not for what others ordered', async () => {
    const subscriptionId = await addSubscription(stack, 'suspended-later', { product: 'endpoint' });
    await stack.vendor.setFault('vendor-suspended-later', { mode: 'hold', calls: ['apply'] });
    const placed = await orders.place('oscar', { type: 'suspend', subscriptionId });
    expect(await verb('hana', placed.body.id, 'cancel')).toMatchObject({
      status: 403,
      body: { code: 'ROLE_NOT_ALLOWED' },
    });
    await stack.vendor.clearFault('vendor-suspended-later');
  });

  it('of a purchase that the vendor has made ends what it made', async () => {
    await stack.vendor.setFault('*', {
      mode: 'hold',
      applied: true,
      calls: ['apply'],
      operations: ['create'],
      times: 1,
    });
    const placed = await orders.place('bob', {
      ...{ type: 'purchase', accountId: 'acc-bob', productId: 'groupware', planId: 'groupware-standard', quantity: 3 },
      ...{ term: 'monthly', activation: { mode: 'firstLogon' } },
    });
    expect(placed.status, JSON.stringify(placed.body)).toBe(201);
    await expect.poll(async () => (await stack.vendor.ledger(placed.body.id)).length).toBeGreaterThan(0);
    expect(await verb('bob', placed.body.id, 'cancel')).toMatchObject({ status: 200, body: { state: 'cancelled' } });
    const [made] = (await stack.vendor.ledger(placed.body.id)).flatMap((entry) =>
      'vendorSubscriptionId' in entry ? [entry.vendorSubscriptionId as string] : [],
    );
    expect((await stack.vendor.subscription(made ?? '')).state).toBe('terminated');
    expect((await stack.as('bob', 'GET', `/v1/subscriptions/${placed.body.id}`)).body.state).toBe('terminated');
  });

  it('needs a reason, and an order of one’s own', async () => {
    const id = await scheduled('needs-a-reason');
    expect(await verb('hana', id, 'cancel', {})).toMatchObject({ status: 400, body: { code: 'INVALID_REQUEST' } });
    expect(await verb('hana', id, 'cancel', { reason: '  ' })).toMatchObject({ status: 400 });
    expect(await verb('bob', id, 'cancel')).toMatchObject({ status: 404, body: { code: 'ORDER_NOT_FOUND' } });
    expect(await verb('billing', id, 'cancel')).toMatchObject({ status: 403 });
    expect((await orders.get('hana', id)).body.state).toBe('scheduled');
  });

  it('while the vendor has not done it stops it: its key is void, and nothing ever lands', async () => {
    const subscriptionId = await addSubscription(stack, 'in-flight', { product: 'groupware' });
    await stack.vendor.setFault('vendor-in-flight', { mode: 'hold', calls: ['apply'] });
    const placed = await orders.place('hana', more(subscriptionId));
    await expect.poll(async () => (await stack.vendor.calls('vendor-in-flight')).apply).toBe(1);
    expect(await verb('hana', placed.body.id, 'cancel')).toMatchObject({ status: 200, body: { state: 'cancelled' } });
    await stack.vendor.release('vendor-in-flight');
    expect(await effectsOn(stack, subscriptionId)).toEqual([]);
    expect(await orders.quantityOf('hana', subscriptionId)).toBe(10);
    expect(await orders.place('hana', more(subscriptionId))).toMatchObject({ status: 201 });
  });

  it('after the vendor has done it, but before that is known, undoes it', async () => {
    const subscriptionId = await addSubscription(stack, 'done-unknown', { product: 'groupware' });
    await stack.vendor.setFault('vendor-done-unknown', { mode: 'hold', applied: true, calls: ['apply'], times: 1 });
    const placed = await orders.place('hana', more(subscriptionId));
    await expect.poll(() => effectsOn(stack, subscriptionId)).toHaveLength(1);
    expect(await verb('hana', placed.body.id, 'cancel')).toMatchObject({ status: 200, body: { state: 'cancelled' } });
    expect((await stack.vendor.subscription('vendor-done-unknown')).quantity).toBe(10);
    expect(await orders.quantityOf('hana', subscriptionId)).toBe(10);
  });

  it('after it is completed comes too late', async () => {
    const placed = await orders.place('hana', more(await addSubscription(stack, 'too-late', { product: 'groupware' })));
    await orders.until('hana', placed.body.id, 'completed');
    expect(await verb('hana', placed.body.id, 'cancel')).toMatchObject({
      status: 409,
      body: { code: 'ORDER_NOT_CANCELLABLE', orderId: placed.body.id },
    });
    expect(await orders.quantityOf('hana', 'too-late')).toBe(12);
  });
});

describe('a held order', () => {
  it('says what is left, and waits for an operator', async () => {
    const id = await held('says-what');
    expect((await orders.get('oscar', id)).body).toMatchObject({
      state: 'held',
      failure: { code: 'NOT_UNDONE', message: expect.stringContaining('changeRenewal is left') },
      acknowledgement: { state: 'notRequired' },
    });
    expect(await verb('hana', id, 'retry')).toMatchObject({ status: 403, body: { code: 'ROLE_NOT_ALLOWED' } });
    expect(await verb('gus', id, 'retry')).toMatchObject({ status: 404 });
    expect((await orders.place('oscar', { type: 'suspend', subscriptionId: 'says-what' })).body.code).toBe(
      'ORDER_IN_PROGRESS',
    );
  });

  it('retried goes on with what is missing, once the vendor takes it', async () => {
    const id = await held('retried');
    await stack.vendor.clearFault('vendor-retried');
    expect(await verb('oscar', id, 'retry')).toMatchObject({ status: 200 });
    expect((await orders.until('oscar', id, 'completed')).body.failure).toBeNull();
    expect(await atVendor('retried')).toMatchObject({ managed: true, autoRenewal: { enabled: false } });
    expect((await effectsOn(stack, 'retried')).length).toBe(2);
  });

  it('retried too early is held again, and can be retried again', async () => {
    const id = await held('again');
    expect(await verb('oscar', id, 'retry')).toMatchObject({ status: 200 });
    await orders.until('oscar', id, 'held');
    await stack.vendor.clearFault('vendor-again');
    await verb('oscar', id, 'retry');
    await orders.until('oscar', id, 'completed');
    expect(await atVendor('again')).toMatchObject({ managed: true, autoRenewal: { enabled: false } });
  });

  it('skipped is completed on the operator’s word, without the vendor', async () => {
    const id = await held('skipped');
    const before = await effectsOn(stack, 'skipped');
    expect(await verb('oscar', id, 'skip')).toMatchObject({ status: 200, body: { state: 'completed' } });
    expect(await effectsOn(stack, 'skipped')).toEqual(before);
    expect((await stack.as('oscar', 'GET', '/v1/subscriptions/skipped')).body).toMatchObject({ managed: true });
  });

  it('given up leaves nothing at the vendor, and its failure is told', async () => {
    const id = await held('given-up');
    await stack.vendor.clearFault('vendor-given-up');
    expect(await verb('oscar', id, 'abort')).toMatchObject({
      status: 200,
      body: { state: 'failed', failure: { code: 'ABORTED' }, acknowledgement: { state: 'awaiting' } },
    });
    expect(await atVendor('given-up')).toMatchObject({ managed: false, autoRenewal: { enabled: true } });
  });

  it('only a held order is repaired', async () => {
    const id = await scheduled('not-held');
    for (const name of ['retry', 'skip', 'abort']) {
      expect(await verb('oscar', id, name)).toMatchObject({ status: 409, body: { code: 'ORDER_NOT_HELD' } });
    }
  });
});

describe('an outcome that nobody will see any more', () => {
  it('is waived by an operator, with a reason, and ends the order', async () => {
    const subscriptionId = await addSubscription(stack, 'waived');
    const placed = await orders.place('hana', { ...more(subscriptionId), contactEmail: 'hana@hanafoods.example' });
    await orders.until('hana', placed.body.id, 'completed');
    expect(await verb('hana', placed.body.id, 'waive')).toMatchObject({ status: 403 });
    const waived = { status: 200, body: { acknowledgement: { state: 'waived', acknowledgedBy: 'oscar' } } };
    expect(await verb('oscar', placed.body.id, 'waive')).toMatchObject(waived);
    expect(await verb('oscar', placed.body.id, 'waive')).toMatchObject(waived);
    await expect(orders.workflow(placed.body.id).result()).resolves.toMatchObject({ acknowledgement: 'waived' });
  });

  it('is not there before the order has ended', async () => {
    const id = await scheduled('not-ended');
    expect(await verb('oscar', id, 'waive')).toMatchObject({ status: 409, body: { code: 'ORDER_NOT_FINISHED' } });
  });
});
