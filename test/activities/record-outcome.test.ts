import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDecideOrder } from '../../activities/decide-order.ts';
import { recordCompletion, recordFailure, recordHold } from '../../activities/record-outcome.ts';
import { asTenant, type Database, openDatabase } from '../../db/client.ts';
import { findOrder } from '../../db/orders.ts';
import { orderHistory } from '../../db/schema/orders.ts';
import { findSubscription } from '../../db/subscriptions.ts';
import { createDatabase, type OwnDatabase } from '../support/database.ts';
import { orderInput } from '../support/order-input.ts';

const at = new Date('2026-11-24T10:00:00Z');
const later = new Date('2026-11-24T10:05:00Z');
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

async function decided(subscriptionId: string, present: number, accountId = 'acc-hana'): Promise<string> {
  const input = orderInput({ subscriptionId, quantity: present + 1, expectedCurrentQuantity: present });
  await createDecideOrder({ database, now: () => at })({ ...input, accountId });
  return input.orderId;
}
const read = (orderId: string, subscriptionId: string) =>
  asTenant(database, 'changeover_api', 'acme', async (transaction) => ({
    order: await findOrder(transaction, orderId),
    subscription: await findSubscription(transaction, subscriptionId),
    history: await transaction
      .select()
      .from(orderHistory)
      .where(eq(orderHistory.orderId, orderId))
      .orderBy(asc(orderHistory.version)),
  }));
const refusal = { code: 'CONTRACT_FROZEN', message: 'The contract is frozen.' };

describe('a completion', () => {
  it('is recorded once, however often and with whatever outcome a late attempt comes', async () => {
    const orderId = await decided('sub-hana-av', 5);
    await recordCompletion(database, { tenant: 'acme', orderId, at });
    const before = await read(orderId, 'sub-hana-av');
    expect(before.order).toMatchObject({ state: 'completed', acknowledgement: 'awaiting', finishedAt: at });
    expect(before.subscription).toMatchObject({ quantity: 6, version: 2 });
    expect(before.history.map(({ state }) => state)).toEqual(['inProgress', 'completed']);

    const standing = { state: 'completed', acknowledgement: 'awaiting' };
    expect(await recordCompletion(database, { tenant: 'acme', orderId, at: later })).toEqual(standing);
    expect(await recordFailure(database, { tenant: 'acme', orderId, at: later, ...refusal })).toEqual(standing);
    expect(await read(orderId, 'sub-hana-av')).toEqual(before);
  });
});

describe('a failure', () => {
  it('is recorded once, and no completion comes after it', async () => {
    const orderId = await decided('sub-hana-package', 20);
    await recordFailure(database, { tenant: 'acme', orderId, at, ...refusal });
    const before = await read(orderId, 'sub-hana-package');
    expect(before.order).toMatchObject({
      state: 'failed',
      acknowledgement: 'awaiting',
      failureCode: 'CONTRACT_FROZEN',
      failureMessage: 'The contract is frozen.',
    });
    expect(before.subscription).toMatchObject({ quantity: 20, version: 1 });
    expect(before.history).toMatchObject([{ state: 'inProgress' }, { state: 'failed', reason: 'CONTRACT_FROZEN' }]);

    const standing = { state: 'failed', acknowledgement: 'awaiting' };
    expect(await recordFailure(database, { tenant: 'acme', orderId, at: later, ...refusal })).toEqual(standing);
    expect(await recordCompletion(database, { tenant: 'acme', orderId, at: later })).toEqual(standing);
    expect(await read(orderId, 'sub-hana-package')).toEqual(before);
  });
});

describe('a hold', () => {
  it('keeps the order at work with its reason, awaits nobody’s acknowledgement, and only a person ends it', async () => {
    const orderId = await decided('sub-bob-patch', 8, 'acc-bob');
    const stuck = { code: 'NOT_UNDONE', message: 'changePlan is left: The contract is frozen.' };
    await recordHold(database, { tenant: 'acme', orderId, at, ...stuck });
    const before = await read(orderId, 'sub-bob-patch');
    expect(before.order).toMatchObject({
      state: 'held',
      acknowledgement: 'notRequired',
      finishedAt: null,
      failureCode: 'NOT_UNDONE',
      failureMessage: stuck.message,
      notice: null,
    });
    expect(before.subscription).toMatchObject({ quantity: 8, version: 1 });
    expect(before.history).toMatchObject([{ state: 'inProgress' }, { state: 'held', reason: 'NOT_UNDONE' }]);

    const standing = { state: 'held', acknowledgement: 'notRequired' };
    expect(await recordHold(database, { tenant: 'acme', orderId, at: later, ...stuck })).toEqual(standing);
    expect(await recordCompletion(database, { tenant: 'acme', orderId, at: later })).toEqual(standing);
    expect(await recordFailure(database, { tenant: 'acme', orderId, at: later, ...refusal })).toEqual(standing);
    expect(await read(orderId, 'sub-bob-patch')).toEqual(before);
  });
});

describe('an outcome of an order that is not there', () => {
  it('is not recorded', async () => {
    const record = recordCompletion(database, { tenant: 'acme', orderId: randomUUID(), at });
    await expect(record).rejects.toThrow('gone');
  });

  it('not even when another tenant has it', async () => {
    const orderId = await decided('sub-hana-endpoint', 25);
    await expect(recordCompletion(database, { tenant: 'globex', orderId, at })).rejects.toThrow('gone');
    expect((await read(orderId, 'sub-hana-endpoint')).order).toMatchObject({ state: 'inProgress' });
  });
});
