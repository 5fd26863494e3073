import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RejectionCode } from '../../domain/rejections.ts';
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

type Subscription = Parameters<typeof addSubscription>[2];
type Case = {
  code: RejectionCode;
  on: Subscription;
  order: { quantity: number; [field: string]: unknown };
  smallestChange: object | null;
};

const endpoint = { product: 'endpoint', quantity: 25, assignedQuantity: 17 } as const;

const cases: Case[] = [
  { code: 'SUBSCRIPTION_SUSPENDED', on: { state: 'suspended' }, order: { quantity: 12 }, smallestChange: null },
  {
    code: 'STALE_QUANTITY',
    on: {},
    order: { quantity: 12, expectedCurrentQuantity: 9 },
    smallestChange: { expectedCurrentQuantity: 10 },
  },
  { code: 'NO_CHANGE', on: {}, order: { quantity: 10 }, smallestChange: null },
  { code: 'CONFIRM_TOTAL', on: { quantity: 20 }, order: { quantity: 1 }, smallestChange: { confirmedTotal: 1 } },
  { code: 'CONTACT_EMAIL_REQUIRED', on: {}, order: { quantity: 12, contactEmail: undefined }, smallestChange: null },
  {
    code: 'BELOW_MINIMUM_QUANTITY',
    on: { ...endpoint, assignedQuantity: 4 },
    order: { quantity: 9 },
    smallestChange: { quantity: 10 },
  },
  { code: 'ABOVE_MAXIMUM_QUANTITY', on: endpoint, order: { quantity: 500 }, smallestChange: { quantity: 499 } },
  { code: 'BELOW_ASSIGNED_QUANTITY', on: endpoint, order: { quantity: 16 }, smallestChange: { quantity: 17 } },
];

const statuses: Partial<Record<RejectionCode, number>> = { STALE_QUANTITY: 409 };

describe.each(cases)('an order rejected with $code', ({ code, on, order, smallestChange }) => {
  const subscriptionId = `sub-${code.toLowerCase().replaceAll('_', '-')}`;
  const quantity = on?.quantity ?? 10;
  const body = changeQuantity(subscriptionId, { expectedCurrentQuantity: quantity, ...order });
  let answer: Awaited<ReturnType<Orders['place']>>;
  beforeAll(async () => {
    await addSubscription(stack, subscriptionId, on);
    answer = await orders.place('hana', body);
  });

  it('answers a problem with every failed rule, the smallest change that would pass, and whom to ask', () => {
    expectProblem(answer, code, {
      instance: `/v1/orders/${answer.body.orderId}`,
      smallestChange,
      reasons: [{ code, smallestChange }],
      supportContact: 'the Acme Cloud ticket system, https://support.acme.example/tickets',
    });
    expect(answer.status).toBe(statuses[code] ?? 422);
    expect(answer.body.detail).toBe(answer.body.reasons[0].sentence);
    expect(answer.headers.get('location')).toBe(answer.body.instance);
  });

  it('is kept, with its decision and every rule it was judged by', async () => {
    const { body: kept } = await orders.get('hana', answer.body.orderId);
    expect(kept).toMatchObject({
      state: 'rejected',
      subscriptionId,
      acknowledgement: { state: 'notRequired', notice: null },
      decision: { outcome: 'rejected', effectiveDate: null, smallestChange, rejections: answer.body.reasons },
    });
    const verdicts = kept.decision.trace.map(({ verdict }: { verdict: string }) => verdict);
    expect(verdicts.filter((verdict: string) => verdict === 'failed')).toHaveLength(1);
    expect(verdicts.filter((verdict: string) => verdict === 'passed').length).toBeGreaterThan(3);
  });

  it('ends its workflow at once, after 8 events', async () => {
    const workflow = orders.workflow(answer.body.orderId);
    await expect(workflow.result()).resolves.toEqual({ state: 'rejected', acknowledgement: 'notRequired' });
    expect((await workflow.describe()).status.name).toBe('COMPLETED');
    expect((await workflow.fetchHistory()).events).toHaveLength(8);
  });

  it('leaves the subscription and the vendor untouched', async () => {
    expect(await orders.quantityOf('hana', subscriptionId)).toBe(quantity);
    expect((await stack.vendor.calls(`vendor-${subscriptionId}`)).apply).toBe(0);
  });

  if (smallestChange) {
    it('is accepted once the smallest change is taken over', async () => {
      await orders.accepted('hana', { ...body, ...smallestChange });
    });
  }
});

describe('an order that breaks several rules', () => {
  it('is told of all of them, and its smallest change passes them all', async () => {
    const id = await addSubscription(stack, 'sub-several', { ...endpoint, quantity: 40 });
    const body = changeQuantity(id, { quantity: 5, expectedCurrentQuantity: 39 });
    const rejected = await orders.place('hana', body);
    expectProblem(rejected, 'STALE_QUANTITY', {
      smallestChange: { expectedCurrentQuantity: 40, quantity: 17 },
      reasons: ['STALE_QUANTITY', 'CONFIRM_TOTAL', 'BELOW_MINIMUM_QUANTITY', 'BELOW_ASSIGNED_QUANTITY'].map((code) => ({
        code,
      })),
    });
    await orders.accepted('hana', { ...body, ...rejected.body.smallestChange });
  });
});

describe('a total that reads like a number to add or remove', () => {
  it('is shown in both readings, and accepted with a new key once it is confirmed as the total', async () => {
    const body = changeQuantity('sub-hana-package', { quantity: 1, expectedCurrentQuantity: 20 });
    const rejected = await orders.place('hana', body);
    expectProblem(rejected, 'CONFIRM_TOTAL');
    expect(rejected.body.reasons[0].inputs).toMatchObject({ currentQuantity: 20, readAsTotal: 1, readAsAddition: 21 });

    const other = await orders.place('hana', { ...body, confirmedTotal: 2 });
    expectProblem(other, 'CONFIRM_TOTAL');

    const id = await orders.accepted('hana', { ...body, confirmedTotal: 1 });
    await orders.until('hana', id, 'completed');
    expect(await orders.quantityOf('hana', 'sub-hana-package')).toBe(1);
  });
});

describe('an earlier order that nobody has acknowledged', () => {
  it('holds back the next one until it is acknowledged', async () => {
    const id = await addSubscription(stack, 'sub-gate');
    const first = await orders.accepted('hana', tenToTwelve(id));
    await orders.until('hana', first, 'completed');

    const next = changeQuantity(id, { quantity: 13, expectedCurrentQuantity: 12 });
    const gated = await orders.place('hana', next);
    expectProblem(gated, 'UNACKNOWLEDGED_ORDER', { smallestChange: null });
    expect(gated.status).toBe(409);
    expect(gated.body.reasons[0].inputs).toEqual({ role: 'customer', unacknowledgedOrders: [first] });

    expect((await orders.acknowledge('hana', first)).status).toBe(200);
    await orders.accepted('hana', next);
  });

  it('holds back a partner too, but no operator', async () => {
    const id = await addSubscription(stack, 'sub-gate-roles');
    const first = await orders.accepted('hana', tenToTwelve(id));
    await orders.until('hana', first, 'completed');
    const next = changeQuantity(id, { quantity: 13, expectedCurrentQuantity: 12 });
    expectProblem(await orders.place('paula', next), 'UNACKNOWLEDGED_ORDER');
    await orders.accepted('oscar', next);
  });

  it('holds back nothing where the policy has no gate', async () => {
    const id = await addSubscription(stack, 'sub-no-gate', { product: 'endpoint', quantity: 20 });
    const first = await orders.accepted('hana', changeQuantity(id, { quantity: 21, expectedCurrentQuantity: 20 }));
    await orders.until('hana', first, 'completed');
    await orders.accepted('hana', changeQuantity(id, { quantity: 22, expectedCurrentQuantity: 21 }));
  });
});

describe('an order at work', () => {
  it('keeps its subscription to itself until it has ended, also from operators', async () => {
    const id = await addSubscription(stack, 'sub-at-work', { product: 'endpoint', quantity: 20 });
    await stack.vendor.setFault(`vendor-${id}`, { mode: 'hold' });
    const first = await orders.accepted('hana', changeQuantity(id, { quantity: 21, expectedCurrentQuantity: 20 }));

    for (const person of ['hana', 'oscar']) {
      const second = await orders.place(person, changeQuantity(id, { quantity: 22, expectedCurrentQuantity: 20 }));
      expectProblem(second, 'ORDER_IN_PROGRESS', { smallestChange: null });
      expect(second.status).toBe(409);
      expect(second.body.reasons[0].inputs).toMatchObject({ orderAtWork: first });
    }
    const elsewhere = await addSubscription(stack, 'sub-beside', { product: 'endpoint', quantity: 20 });
    await orders.accepted('hana', changeQuantity(elsewhere, { quantity: 21, expectedCurrentQuantity: 20 }));

    await stack.vendor.clearFault(`vendor-${id}`);
    await orders.until('hana', first, 'completed');
    await orders.accepted('hana', changeQuantity(id, { quantity: 22, expectedCurrentQuantity: 21 }));
  });

  it('is one, however many are placed at once', async () => {
    const id = await addSubscription(stack, 'sub-race', { product: 'endpoint', quantity: 20 });
    await stack.vendor.setFault(`vendor-${id}`, { mode: 'hold' });
    const placed = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        orders.place('hana', changeQuantity(id, { quantity: 21 + n, expectedCurrentQuantity: 20 })),
      ),
    );
    const [accepted, ...more] = placed.filter(({ status }) => status === 201);
    expect(more).toEqual([]);
    for (const one of placed) if (one !== accepted) expectProblem(one, 'ORDER_IN_PROGRESS');
    await stack.vendor.clearFault(`vendor-${id}`);
    await orders.until('hana', accepted?.body.id, 'completed');
    expect(await orders.quantityOf('hana', id)).toBe(accepted?.body.quantity);
  });
});
