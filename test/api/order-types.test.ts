import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateIn } from '../../business-time.ts';
import { addDays, startOfNextMonth } from '../../domain/plain-date.ts';
import { type Orders, ordersOn } from '../support/orders.ts';
import { expectProblem } from '../support/problem.ts';
import { type Stack, startStack } from '../support/stack.ts';

const athens = dateIn('Europe/Athens', new Date());
const tokyo = dateIn('Asia/Tokyo', new Date());

let stack: Stack;
let orders: Orders;
beforeAll(async () => {
  stack = await startStack();
  orders = ordersOn(stack);
});
afterAll(() => stack.close());

const subscription = async (person: string, id: string) =>
  (await stack.as(person, 'GET', `/v1/subscriptions/${id}`)).body;
const previewed = (person: string, body: object) => stack.as(person, 'POST', '/v1/orders?validateOnly=true', { body });

describe('an order of another type than the quantity', () => {
  it('is placed as it was previewed, shows its own fields, and leaves what the preview said', async () => {
    const body = {
      type: 'changeServicePlan',
      subscriptionId: 'sub-hana-worry-free',
      planId: 'worry-free-services-standard',
      options: [{ optionId: 'endpoint-sensor', quantity: 0 }],
      autoRenewal: { enabled: false, frequency: 'annual' },
      contactEmail: 'paula@reseller.example',
      note: 'agreed by telephone',
    };
    const preview = (await previewed('paula', body)).body;
    const placed = await orders.place('paula', body);
    expect(placed.status, JSON.stringify(placed.body)).toBe(201);
    expect(placed.body).toMatchObject({ ...body, accountId: 'acc-hana', previousQuantity: 30 });
    expect(placed.body.decision).toEqual(preview.decision);
    await orders.until('paula', placed.body.id, 'completed');
    expect(await subscription('paula', 'sub-hana-worry-free')).toMatchObject({
      plan: { id: preview.after.planId },
      sku: { id: preview.after.skuId },
      options: preview.after.options,
      autoRenewal: preview.after.autoRenewal,
    });
  });

  it('with nested fields is the same under its key, however they are written', async () => {
    const key = randomUUID();
    const body = {
      type: 'changeRenewal',
      subscriptionId: 'sub-hana-groupware',
      autoRenewal: { enabled: false, frequency: 'annual' },
    };
    const turned = { ...body, autoRenewal: { frequency: 'annual', enabled: false } };
    const placed = await orders.place('hana', body, key);
    expect(placed.status, JSON.stringify(placed.body)).toBe(201);
    expect(await orders.place('hana', turned, key)).toMatchObject({ status: 201, body: placed.body });
    const other = { ...body, autoRenewal: { enabled: true, frequency: 'annual' } };
    expectProblem(await orders.place('hana', other, key), 'IDEMPOTENCY_KEY_REUSED', { orderId: placed.body.id });
  });

  it('for a later day is scheduled, pending on its subscription, and named where it stands in the way', async () => {
    const fewer = { type: 'changeQuantity', subscriptionId: 'sub-osaka-groupware-paid', expectedCurrentQuantity: 12 };
    const placed = await orders.place('hana', { ...fewer, quantity: 10 });
    expect(placed).toMatchObject({ status: 201, body: { state: 'scheduled' } });
    const pending = { orderId: placed.body.id, type: 'changeQuantity', effectiveDate: startOfNextMonth(tokyo) };
    expect((await subscription('hana', 'sub-osaka-groupware-paid')).pendingChanges).toMatchObject([pending]);
    expectProblem(await orders.place('hana', { ...fewer, quantity: 9 }), 'SUPERSEDE_REQUIRED', {
      smallestChange: { supersede: true },
      pendingChanges: [pending],
    });
    const replaced = await orders.place('hana', { ...fewer, quantity: 9, supersede: true });
    expect(replaced.body).toMatchObject({
      state: 'scheduled',
      supersede: true,
      decision: { pendingChanges: [{ ...pending, outcome: 'supersede' }] },
    });
    expect((await orders.get('hana', placed.body.id)).body.state).toBe('cancelled');
  });

  it('that comes too early answers the order that will be accepted', async () => {
    const body = { type: 'suspend', subscriptionId: 'sub-hana-endpoint', until: athens };
    expectProblem(await orders.place('oscar', body), 'SUSPENSION_END_PAST', {
      smallestChange: { until: addDays(athens, 1) },
      suggestedOrder: null,
    });
    const renew = { type: 'renew', subscriptionId: 'sub-hana-groupware' };
    const rejected = await orders.place('hana', renew);
    expectProblem(rejected, 'RENEWAL_NOT_OPEN', {
      suggestedOrder: { ...renew, requestedStartDate: rejected.body.eligibleFrom },
    });
  });
});

describe('a purchase', () => {
  const purchase = {
    type: 'purchase',
    accountId: 'acc-bob',
    productId: 'endpoint-security',
    planId: 'endpoint-security-standard',
    quantity: 20,
    term: 'monthly',
    activation: { mode: 'code' },
    additional: true,
  };

  it('makes a subscription of its own id', async () => {
    const placed = await orders.place('bob', purchase);
    expect(placed.status, JSON.stringify(placed.body)).toBe(201);
    const { id } = placed.body;
    expect(placed.body).toMatchObject({ ...purchase, subscriptionId: id, previousQuantity: 0 });
    await orders.until('bob', id, 'completed');
    expect(await subscription('bob', id)).toMatchObject({
      id,
      account: { id: 'acc-bob' },
      quantity: 20,
      state: 'pendingActivation',
      activation: { mode: 'code', date: null },
    });
    expect((await stack.as('bob', 'GET', `/v1/orders?subscriptionId=${id}`)).body.items).toHaveLength(1);
  });

  it('for somebody else’s account, or of no product, is answered as of what does not exist', async () => {
    for (const accountId of ['acc-hana', 'acc-grace', 'acc-absent']) {
      expectProblem(await orders.place('bob', { ...purchase, accountId }), 'ACCOUNT_NOT_FOUND');
    }
    expectProblem(await orders.place('bob', { ...purchase, productId: 'nothing' }), 'PRODUCT_NOT_FOUND');
  });
});
