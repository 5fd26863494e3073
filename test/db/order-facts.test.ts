import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { recordBillingFact } from '../../db/billing-facts.ts';
import { changeSubscription } from '../../db/change-subscription.ts';
import { loadFacts, loadPurchaseFacts } from '../../db/order-facts.ts';
import { insertOrder } from '../../db/orders.ts';
import { settlePendingChanges } from '../../db/pending-changes.ts';
import { lockSubscription } from '../../db/subscriptions.ts';
import type { OrderRequest } from '../../domain/order-types.ts';
import { addMonths, monthOf, type PlainDate } from '../../domain/plain-date.ts';
import { awaiting, orderRow } from './order-row.ts';
import { testDatabase } from './test-database.ts';

const { asWorker, asApi } = testDatabase();

const today: PlainDate = '2026-11-24';
const insert = (fields: Parameters<typeof orderRow>[0]) =>
  asWorker((transaction) => insertOrder(transaction, orderRow(fields)));
const factsOf = (subscriptionId: string) =>
  asWorker(async (transaction) => {
    const row = await lockSubscription(transaction, subscriptionId);
    if (!row) throw new Error(`There is no subscription ${subscriptionId}`);
    return loadFacts(transaction, row, { role: 'partner', today });
  });
const request = (subscriptionId: string, quantity: number): OrderRequest => ({
  type: 'changeQuantity',
  subscriptionId,
  quantity,
  expectedCurrentQuantity: 20,
});

describe('the facts of a subscription of which nothing is known', () => {
  it('are none', async () => {
    expect(await factsOf('sub-hana-groupware')).toEqual({
      role: 'partner',
      orderAtWork: null,
      changesAtWork: [],
      unacknowledgedOrders: [],
      pendingChanges: [],
      withdrawnByCancellation: [],
      lastIncreaseDate: null,
      billingPeriods: [],
      lastCancellationDate: null,
      activatedSubscriptions: [],
    });
  });
});

describe('the orders that nobody has acknowledged', () => {
  it('are those of the subscription that await it, oldest first', async () => {
    const of = { subscriptionId: 'sub-bob-endpoint', accountId: 'acc-bob', productId: 'endpoint-security' };
    const younger = await insert({ ...of, ...awaiting, submittedAt: new Date('2026-11-24T08:00:00Z') });
    const older = await insert({ ...of, ...awaiting, state: 'failed', submittedAt: new Date('2026-11-23T08:00:00Z') });
    await insert({ ...of, ...awaiting, acknowledgement: 'acknowledged' });
    await insert({ ...of, ...awaiting, acknowledgement: 'waived' });
    await insert({ ...of, state: 'rejected' });
    await insert({ ...of, ...awaiting, subscriptionId: 'sub-bob-patch', productId: 'virtual-patch' });
    const expected = [
      { id: older.id, type: 'changeQuantity' },
      { id: younger.id, type: 'changeQuantity' },
    ];
    expect((await factsOf('sub-bob-endpoint')).unacknowledgedOrders).toEqual(expected);
    const purchase = { accountId: 'acc-bob', productId: 'endpoint-security', role: 'customer' } as const;
    const bought = await asApi((transaction) => loadPurchaseFacts(transaction, purchase));
    expect(bought.unacknowledgedOrders).toEqual(expected);
    expect(bought).toMatchObject({
      role: 'customer',
      orderAtWork: null,
      activatedSubscriptions: [{ id: 'sub-bob-endpoint' }],
    });
  });
});

describe('pending changes', () => {
  const of = { subscriptionId: 'sub-hana-suite', productId: 'worry-free-suite', state: 'scheduled' } as const;
  const scheduled = (effectiveDate: PlainDate, decidedAt: string, quantity: number) =>
    insert({ ...of, effectiveDate, decidedAt: new Date(decidedAt), request: request('sub-hana-suite', quantity) });

  it('are the scheduled orders, by the day they hold from and then by acceptance', async () => {
    const late = await scheduled('2027-01-01', '2026-11-20T10:00:00Z', 18);
    const second = await scheduled('2026-12-01', '2026-11-22T10:00:00Z', 16);
    const first = await scheduled('2026-12-01', '2026-11-21T10:00:00Z', 17);
    const atWork = await insert({ ...of, state: 'inProgress' });
    const facts = await factsOf('sub-hana-suite');
    expect(facts.pendingChanges).toEqual([
      { orderId: first.id, order: first.request, decisionDate: today, effectiveDate: '2026-12-01' },
      { orderId: second.id, order: second.request, decisionDate: today, effectiveDate: '2026-12-01' },
      { orderId: late.id, order: late.request, decisionDate: today, effectiveDate: '2027-01-01' },
    ]);
    expect(facts.orderAtWork).toBe(atWork.id);
  });

  it('that a cancellation withdraws are gone, remembered with it, and come back when it is undone', async () => {
    const before = await factsOf('sub-hana-suite');
    const settled = (type: 'cancel' | 'undoCancel', outcome: 'withdraw' | 'restore', ids: string[]) =>
      asWorker(async (transaction) => {
        const order = await insertOrder(
          transaction,
          orderRow({
            ...of,
            type,
            request: { type, subscriptionId: 'sub-hana-suite' },
            state: type === 'cancel' ? 'scheduled' : 'rejected',
            effectiveDate: '2027-02-01',
            decision: {
              ...orderRow().decision,
              pendingChanges: ids.map((orderId) => ({
                orderId,
                type: 'changeQuantity',
                effectiveDate: '2027-01-01',
                outcome,
              })),
            },
          }),
        );
        await settlePendingChanges(transaction, order);
        return order;
      });
    const ids = before.pendingChanges.map(({ orderId }) => orderId);
    const cancellation = await settled('cancel', 'withdraw', ids);
    const cancelled = await factsOf('sub-hana-suite');
    expect(cancelled.pendingChanges.map(({ orderId }) => orderId)).toEqual([cancellation.id]);
    expect(cancelled.withdrawnByCancellation).toEqual(before.pendingChanges);

    await settled('undoCancel', 'restore', ids);
    const restored = await factsOf('sub-hana-suite');
    expect(restored.pendingChanges.map(({ orderId }) => orderId)).toEqual([...ids, cancellation.id]);
    expect(restored.withdrawnByCancellation).toEqual([]);
  });
});

describe('what billing has said', () => {
  it('is known for thirteen months back and two ahead', async () => {
    const months = [-14, -13, 0, 2, 3].map((count) => monthOf(addMonths(today, count)));
    for (const month of months) {
      await asApi((transaction) =>
        recordBillingFact(transaction, {
          ...{ tenant: 'acme', subscriptionId: 'sub-kyoto-groupware-renewing', month, billed: true, paid: true },
          ...{ effectiveDate: today, actor: 'billing' },
        }),
      );
    }
    const { billingPeriods } = await factsOf('sub-kyoto-groupware-renewing');
    expect(billingPeriods.map(({ month }) => month)).toEqual(months.slice(1, 4));
  });
});

describe('what an account holds of a product', () => {
  it('are its other subscriptions in use, and the day it last gave one up', async () => {
    expect(await factsOf('sub-osaka-groupware-paid')).toMatchObject({
      activatedSubscriptions: [{ id: 'sub-osaka-groupware-unpaid' }],
      lastCancellationDate: null,
    });
    await asWorker(async (transaction) => {
      const row = await lockSubscription(transaction, 'sub-osaka-groupware-unpaid');
      if (!row) throw new Error('It is gone');
      const record = { orderId: randomUUID(), actor: 'hana', reason: 'order cancel', effectiveAt: new Date() };
      await changeSubscription(transaction, row, { state: 'terminated' }, { ...record, effectiveDate: '2026-11-20' });
    });
    const purchase = { accountId: 'acc-hana-osaka', productId: 'groupware', role: 'customer' } as const;
    expect(await asApi((transaction) => loadPurchaseFacts(transaction, purchase))).toMatchObject({
      activatedSubscriptions: [{ id: 'sub-osaka-groupware-paid' }],
      lastCancellationDate: '2026-11-20',
    });
  });

  it('includes what is suspended, and what waits for its activation', async () => {
    const facts = (accountId: string, productId: string) =>
      asApi((transaction) => loadPurchaseFacts(transaction, { accountId, productId, role: 'customer' }));
    expect(await facts('acc-hana-osaka', 'endpoint-security')).toMatchObject({
      activatedSubscriptions: [{ id: 'sub-osaka-endpoint' }],
    });
    expect(await facts('acc-hana-kyoto', 'worry-free-on-premise')).toMatchObject({
      activatedSubscriptions: [{ id: 'sub-kyoto-on-premise', state: 'pendingActivation' }],
    });
  });
});

describe('the open orders of a subscription with many', () => {
  it('are read from an index of just those', async () => {
    const plan = await asWorker(async (transaction) => {
      await transaction.execute(sql`set local enable_seqscan = off`);
      const { rows } = await transaction.execute<{ 'QUERY PLAN': string }>(sql`
        explain select id from orders where subscription_id = 'sub-hana-av'
        and (state in ('scheduled', 'inProgress', 'held') or acknowledgement = 'awaiting')`);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    expect(plan).toContain('orders_open');
  });
});
