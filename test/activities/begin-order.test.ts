import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBeginOrder } from '../../activities/begin-order.ts';
import { createCancelOrder } from '../../activities/cancel-order.ts';
import { createDecideOrder } from '../../activities/decide-order.ts';
import { recordCompletion } from '../../activities/record-outcome.ts';
import { recordBillingFact } from '../../db/billing-facts.ts';
import { asTenant, type Database, openDatabase } from '../../db/client.ts';
import { findOrder } from '../../db/orders.ts';
import { orderHistory } from '../../db/schema/orders.ts';
import { subscriptions } from '../../db/schema/subscriptions.ts';
import type { ChangeQuantity } from '../../domain/order-types/change-quantity.ts';
import type { SubscriptionState } from '../../domain/subscription.ts';
import { createDatabase, type OwnDatabase } from '../support/database.ts';
import { orderInput } from '../support/order-input.ts';
import { insertSubscription } from '../support/subscriptions.ts';

let owned: OwnDatabase;
let database: Database;
beforeAll(async () => {
  owned = await createDatabase();
  database = openDatabase(owned.url);
});
afterAll(async () => {
  await database.close();
  await owned.drop();
});

/** The products' zone is Tokyo's: its days begin at 15:00Z of the day before. */
const whenOrdered = '2026-11-10T09:00:00Z';
const decisionDay = '2026-12-04T15:00:00Z';
const nextMonth = '2026-11-30T15:00:00Z';
const nextPeriod = '2026-12-31T15:00:00Z';

const on = (at: string) => ({ database, now: () => new Date(at) });
const begin = (at: string, orderId: string) => createBeginOrder(on(at))({ tenant: 'acme', orderId });
const cancel = (at: string, orderId: string) =>
  createCancelOrder(on(at))({ tenant: 'acme', orderId, subject: 'hana', reason: 'Not needed any more' });
const stored = (orderId: string) =>
  asTenant(database, 'changeover_api', 'acme', (transaction) => findOrder(transaction, orderId));
const historyOf = async (orderId: string) => {
  const rows = await asTenant(database, 'changeover_api', 'acme', (transaction) =>
    transaction.select().from(orderHistory).where(eq(orderHistory.orderId, orderId)).orderBy(orderHistory.version),
  );
  return rows.map(({ state, actor, reason }) => [state, actor, reason]);
};

/** An order for a subscription with 10 users, accepted on 10 November. */
async function ordered(subscriptionId: string, fields: Partial<ChangeQuantity>, at = whenOrdered): Promise<string> {
  const input = orderInput({ subscriptionId, quantity: 8, expectedCurrentQuantity: 10, ...fields });
  await createDecideOrder(on(at))({ ...input, vendor: 'groupware' });
  return input.orderId;
}

/** A decrease of a monthly term, which holds from 1 December. */
async function monthlyDecrease(name: string): Promise<{ orderId: string; subscriptionId: string }> {
  const subscriptionId = `sub-monthly-${name}`;
  const period = { periodStart: '2026-11-01', periodEnd: '2026-11-30' } as const;
  await insertSubscription(database, subscriptionId, { product: 'groupware', firstOrderDate: '2025-09-10', ...period });
  return { orderId: await ordered(subscriptionId, {}), subscriptionId };
}

/** A decrease of a term that ends with the year, asked for on 5 December, in its renewal window: it holds from 1 January. */
async function windowDecrease(name: string): Promise<{ orderId: string; subscriptionId: string }> {
  const subscriptionId = `sub-annual-${name}`;
  await insertSubscription(database, subscriptionId, {
    product: 'groupware',
    term: 'annual',
    periodStart: '2026-01-01',
    periodEnd: '2026-12-31',
    firstOrderDate: '2025-01-01',
  });
  return { orderId: await ordered(subscriptionId, { requestedStartDate: '2026-12-05' }), subscriptionId };
}

const becomes = (subscriptionId: string, state: SubscriptionState) =>
  asTenant(database, 'changeover_owner', 'acme', (transaction) =>
    transaction.update(subscriptions).set({ state }).where(eq(subscriptions.id, subscriptionId)),
  );

const scheduledUntil = (nextAt: string) => ({ state: 'scheduled', acknowledgement: 'notRequired', nextAt });
const atWork = { state: 'inProgress', acknowledgement: 'notRequired' };
const failed = { state: 'failed', acknowledgement: 'awaiting' };

describe('a scheduled order whose day has not come', () => {
  it('is told when it does, and nothing is changed', async () => {
    const { orderId } = await monthlyDecrease('early');
    const before = await stored(orderId);
    expect(before).toMatchObject({ state: 'scheduled', decisionDate: '2026-11-10', effectiveDate: '2026-12-01' });
    expect(await begin('2026-11-30T14:59:59Z', orderId)).toEqual(scheduledUntil('2026-11-30T15:00:00.000Z'));
    expect(await stored(orderId)).toEqual(before);
  });

  it('of another tenant, or which is not there, fails for good', async () => {
    const { orderId } = await monthlyDecrease('elsewhere');
    const begins = createBeginOrder(on(nextMonth));
    const notFound = { type: 'OrderNotFound', nonRetryable: true };
    await expect(begins({ tenant: 'globex', orderId })).rejects.toMatchObject(notFound);
    await expect(begins({ tenant: 'acme', orderId: randomUUID() })).rejects.toMatchObject(notFound);
  });
});

describe('on its decision date', () => {
  it('an order is decided in full, and sleeps on until it holds', async () => {
    const { orderId } = await windowDecrease('decided');
    expect(await stored(orderId)).toMatchObject({ decisionDate: '2026-12-05', effectiveDate: '2027-01-01' });
    expect(await begin('2026-12-04T14:59:59Z', orderId)).toEqual(scheduledUntil('2026-12-04T15:00:00.000Z'));
    expect(await begin(decisionDay, orderId)).toEqual(scheduledUntil('2026-12-31T15:00:00.000Z'));
    const decided = await stored(orderId);
    expect(decided).toMatchObject({
      state: 'scheduled',
      version: 2,
      effectiveDate: '2027-01-01',
      dayDecision: { outcome: 'accepted', decisionDate: '2026-12-05', effectiveDate: '2027-01-01' },
    });
    expect(decided?.dayDecision?.trace.map(({ rule }) => rule)).toContain('quantityReducedInWindow');

    expect(await begin('2026-12-20T00:00:00Z', orderId)).toEqual(scheduledUntil('2026-12-31T15:00:00.000Z'));
    expect(await stored(orderId)).toEqual(decided);

    expect(await begin(nextPeriod, orderId)).toEqual(atWork);
    expect(await historyOf(orderId)).toEqual([
      ['scheduled', 'hana', 'accepted'],
      ['scheduled', 'changeover', 'decided on 2026-12-05'],
      ['inProgress', 'changeover', 'its day has come: 2027-01-01'],
    ]);
  });

  it('an order for a window that billing has closed meanwhile fails with the rule’s code, and its notice awaits', async () => {
    const { orderId, subscriptionId } = await windowDecrease('closed');
    await asTenant(database, 'changeover_api', 'acme', (transaction) =>
      recordBillingFact(transaction, {
        ...{ tenant: 'acme', subscriptionId, month: '2027-01', billed: true, paid: false },
        ...{ effectiveDate: '2026-12-03', actor: 'billing' },
      }),
    );
    expect(await begin(decisionDay, orderId)).toEqual(failed);
    const order = await stored(orderId);
    expect(order).toMatchObject({
      state: 'failed',
      failureCode: 'RENEWAL_WINDOW_CLOSED',
      failureMessage: expect.stringContaining('renewal period'),
      finishedAt: new Date(decisionDay),
      notice: { title: 'Quantity not changed' },
    });
    expect(order?.noticeHash).toMatch(/^[0-9a-f]{64}$/);
    expect(await historyOf(orderId)).toEqual([
      ['scheduled', 'hana', 'accepted'],
      ['failed', 'changeover', 'RENEWAL_WINDOW_CLOSED'],
    ]);
    expect(await begin(decisionDay, orderId)).toEqual(failed);
    expect(await stored(orderId)).toEqual(order);
  });

  it('an order that holds on the same day begins at once', async () => {
    const { subscriptionId } = await monthlyDecrease('same-day');
    const fields = { quantity: 12, requestedStartDate: '2026-11-20' } as const;
    const orderId = await ordered(subscriptionId, fields);
    expect(await stored(orderId)).toMatchObject({ decisionDate: '2026-11-20', effectiveDate: '2026-11-20' });
    expect(await begin('2026-11-19T15:00:00Z', orderId)).toEqual(atWork);
    expect(await stored(orderId)).toMatchObject({ version: 3, dayDecision: { outcome: 'accepted' } });
  });
});

describe('on its effective date', () => {
  it('an order takes the subscription to itself, whatever the clock says when it is asked again', async () => {
    const { orderId } = await monthlyDecrease('begins');
    expect(await begin(nextMonth, orderId)).toEqual(atWork);
    const begun = await stored(orderId);
    expect(begun).toMatchObject({ state: 'inProgress', version: 2, dayDecision: null, finishedAt: null });
    expect(await begin(nextMonth, orderId)).toEqual(atWork);
    expect(await begin(whenOrdered, orderId)).toEqual(atWork);
    expect(await stored(orderId)).toEqual(begun);
  });

  it('an order for what has been suspended meanwhile begins all the same', async () => {
    const { orderId, subscriptionId } = await monthlyDecrease('suspended');
    await becomes(subscriptionId, 'suspended');
    expect(await begin(nextMonth, orderId)).toEqual(atWork);
  });

  it.each(['terminated', 'expired'] as const)('an order for what is %s fails, and says so', async (state) => {
    const { orderId, subscriptionId } = await monthlyDecrease(state);
    await becomes(subscriptionId, state);
    expect(await begin(nextMonth, orderId)).toEqual(failed);
    expect(await stored(orderId)).toMatchObject({ failureCode: 'SUBSCRIPTION_ENDED', notice: expect.anything() });
  });

  it('an order waits its turn while another is at work, and begins when that is over', async () => {
    const { orderId, subscriptionId } = await monthlyDecrease('waits');
    const other = await ordered(subscriptionId, { quantity: 12 });
    expect(await stored(other)).toMatchObject({ state: 'inProgress' });
    const before = await stored(orderId);
    expect(await begin(nextMonth, orderId)).toEqual({ ...scheduledUntil('2026-11-30T15:00:00.000Z'), waits: true });
    expect(await stored(orderId)).toEqual(before);

    await recordCompletion(database, { tenant: 'acme', orderId: other, at: new Date(nextMonth) });
    expect(await begin('2026-12-01T01:00:00Z', orderId)).toEqual(atWork);
  });

  it('two that ask at once begin it once', async () => {
    const { orderId } = await monthlyDecrease('twice');
    expect(await Promise.all([begin(nextMonth, orderId), begin(nextMonth, orderId)])).toEqual([atWork, atWork]);
    expect(await stored(orderId)).toMatchObject({ version: 2 });
  });

  it('of two orders for one subscription one begins, and the other waits', async () => {
    const { orderId, subscriptionId } = await monthlyDecrease('rivals');
    const rival = await ordered(subscriptionId, { quantity: 12, requestedStartDate: '2026-11-20' });
    const both = await Promise.all([begin(nextMonth, orderId), begin(nextMonth, rival)]);
    expect(both.filter(({ state }) => state === 'inProgress')).toHaveLength(1);
    expect(both.filter(({ waits }) => waits === true)).toHaveLength(1);
  });
});

describe('taking a scheduled order back', () => {
  it('ends it before it begins; who repeats it hears the same, and its day changes nothing any more', async () => {
    const { orderId } = await monthlyDecrease('taken-back');
    const cancelled = { state: 'cancelled', acknowledgement: 'notRequired' };
    expect(await cancel('2026-11-12T08:00:00Z', orderId)).toEqual(cancelled);
    const order = await stored(orderId);
    expect(order).toMatchObject({ state: 'cancelled', finishedAt: new Date('2026-11-12T08:00:00Z'), version: 2 });
    expect(await historyOf(orderId)).toContainEqual(['cancelled', 'hana', 'Not needed any more']);
    expect(await cancel('2026-11-13T08:00:00Z', orderId)).toEqual(cancelled);
    expect(await begin(nextMonth, orderId)).toEqual(cancelled);
    expect(await stored(orderId)).toEqual(order);
  });

  it('is too late once it has begun', async () => {
    const { orderId } = await monthlyDecrease('too-late');
    await begin(nextMonth, orderId);
    const before = await stored(orderId);
    await expect(cancel(nextMonth, orderId)).rejects.toMatchObject({ type: 'OrderNotCancellable', nonRetryable: true });
    expect(await stored(orderId)).toEqual(before);
  });

  it('at the moment it begins does the one or the other', async () => {
    for (const round of [1, 2, 3, 4, 5]) {
      const { orderId } = await monthlyDecrease(`race-${round}`);
      const [begun, taken] = await Promise.allSettled([begin(nextMonth, orderId), cancel(nextMonth, orderId)]);
      const order = await stored(orderId);
      expect(begun).toMatchObject({ status: 'fulfilled', value: { state: order?.state } });
      expect(taken.status).toBe(order?.state === 'cancelled' ? 'fulfilled' : 'rejected');
      expect(order?.version).toBe(2);
    }
  });
});
