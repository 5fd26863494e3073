import { describe, expect, it } from 'vitest';
import { loadFacts } from '../../db/order-facts.ts';
import { insertOrder } from '../../db/orders.ts';
import { lockSubscription } from '../../db/subscriptions.ts';
import { type OrderState, orderStates, statesAtWork } from '../../domain/order.ts';
import { orderRow } from './order-row.ts';
import { testDatabase } from './test-database.ts';

const { asWorker, asApi } = testDatabase();

const insert = (subscriptionId: string, state: OrderState) =>
  asWorker((transaction) => insertOrder(transaction, orderRow({ subscriptionId, state })));
const atWorkOn = (subscriptionId: string) =>
  asApi(async (transaction) => {
    const row = await lockSubscription(transaction, subscriptionId);
    return row && (await loadFacts(transaction, row, { role: 'customer', today: '2026-11-24' })).orderAtWork;
  });
const refused = { constraint: 'orders_one_at_work' };
const idle = orderStates.filter((state) => !(statesAtWork as readonly OrderState[]).includes(state));

describe.each([
  { state: 'inProgress', subscriptionId: 'sub-hana-av' },
  { state: 'held', subscriptionId: 'sub-hana-package' },
] as const)('a subscription with an order that is $state', ({ state, subscriptionId }) => {
  it('takes no second order at work, whatever the code forgot to ask', async () => {
    const { id } = await insert(subscriptionId, state);
    await expect(insert(subscriptionId, 'inProgress')).rejects.toMatchObject(refused);
    await expect(insert(subscriptionId, 'held')).rejects.toMatchObject(refused);
    expect(await atWorkOn(subscriptionId)).toBe(id);
  });

  it.each(idle)('takes orders that are %s beside it', async (other) => {
    await expect(insert(subscriptionId, other)).resolves.toMatchObject({ state: other });
  });
});

describe('a subscription whose orders are all idle', () => {
  it('is free, and takes one order at work', async () => {
    for (const state of idle) await insert('sub-hana-endpoint', state);
    expect(await atWorkOn('sub-hana-endpoint')).toBeNull();
    const { id } = await insert('sub-hana-endpoint', 'inProgress');
    expect(await atWorkOn('sub-hana-endpoint')).toBe(id);
  });
});

describe('two orders written for one subscription at the same moment', () => {
  it('are one written and one refused', async () => {
    const both = await Promise.allSettled([
      insert('sub-bob-patch', 'inProgress'),
      insert('sub-bob-patch', 'inProgress'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: refused });
  });
});
