import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDecideOrder } from '../../activities/decide-order.ts';
import { asTenant, type Database, openDatabase } from '../../db/client.ts';
import { findOrder } from '../../db/orders.ts';
import { findSubscription } from '../../db/subscriptions.ts';
import { createDatabase } from '../support/database.ts';
import { orderInput } from '../support/order-input.ts';

let owned: Awaited<ReturnType<typeof createDatabase>>;
let database: Database;
let decideOrder: ReturnType<typeof createDecideOrder>;
beforeAll(async () => {
  owned = await createDatabase();
  database = openDatabase(owned.url, { most: 25 });
  // Still the 30th in Greece, already the 1st in Japan.
  decideOrder = createDecideOrder({ database, now: () => new Date('2026-11-30T15:30:00Z') });
});
afterAll(async () => {
  await database.close();
  await owned.drop();
});

const stored = (orderId: string) =>
  asTenant(database, 'changeover_api', 'acme', (transaction) => findOrder(transaction, orderId));
const contactOf = async (subscriptionId: string) =>
  (await asTenant(database, 'changeover_api', 'acme', (transaction) => findSubscription(transaction, subscriptionId)))
    ?.account.contactEmail;

describe('deciding an order', () => {
  it('keeps it with its decision, claims its subscription and takes over the contact address', async () => {
    const input = orderInput({ contactEmail: 'first@hanafoods.example' });
    expect(await decideOrder(input)).toEqual({ state: 'inProgress', acknowledgement: 'notRequired', resumed: false });
    expect(await stored(input.orderId)).toMatchObject({
      state: 'inProgress',
      previousQuantity: 5,
      submittedBy: 'hana',
      requestHash: input.requestHash,
      decision: { outcome: 'accepted', policy: { id: 'managed-security', version: 1 } },
    });
    expect(await contactOf('sub-hana-av')).toBe('first@hanafoods.example');
  });

  it("judges on the date in the product's business time zone", async () => {
    const inJapan = orderInput({ subscriptionId: 'sub-hana-package', quantity: 21, expectedCurrentQuantity: 20 });
    await decideOrder(inJapan);
    expect(await stored(inJapan.orderId)).toMatchObject({ decisionDate: '2026-12-01', effectiveDate: '2026-12-01' });
    const inGreece = orderInput({ subscriptionId: 'sub-bob-endpoint', quantity: 9, expectedCurrentQuantity: 10 });
    await decideOrder({ ...inGreece, accountId: 'acc-bob' });
    expect(await stored(inGreece.orderId)).toMatchObject({ decisionDate: '2026-11-30', effectiveDate: null });
  });

  it('again, as after a lost answer, gives the stored decision and changes nothing', async () => {
    const input = orderInput({ subscriptionId: 'sub-hana-endpoint', quantity: 30, expectedCurrentQuantity: 25 });
    await decideOrder(input);
    const before = await stored(input.orderId);
    expect(await decideOrder(input)).toEqual({ state: 'inProgress', acknowledgement: 'notRequired', resumed: true });
    expect(await stored(input.orderId)).toEqual(before);
  });

  it('of a subscription of another account or tenant fails for good', async () => {
    const foreign = orderInput({ subscriptionId: 'sub-grace-av', quantity: 13, expectedCurrentQuantity: 12 });
    await expect(decideOrder(foreign)).rejects.toMatchObject({ type: 'SubscriptionNotFound', nonRetryable: true });
    const otherAccount = orderInput({ subscriptionId: 'sub-bob-patch', quantity: 9, expectedCurrentQuantity: 8 });
    await expect(decideOrder(otherAccount)).rejects.toMatchObject({ type: 'SubscriptionNotFound' });
    expect(await stored(otherAccount.orderId)).toBeUndefined();
  });

  it('that is rejected leaves the contact address as it was', async () => {
    const before = await contactOf('sub-bob-endpoint');
    const input = orderInput({
      subscriptionId: 'sub-bob-endpoint',
      quantity: 9,
      expectedCurrentQuantity: 10,
      contactEmail: 'rejected@millertools.example',
    });
    const decided = await decideOrder({ ...input, accountId: 'acc-bob' });
    expect(decided.state).toBe('rejected');
    expect(await contactOf('sub-bob-endpoint')).toBe(before);
  });
});

describe('twenty orders for one subscription at once', () => {
  it('give exactly one at work; the others hear which it is', async () => {
    const inputs = Array.from({ length: 20 }, (_, n) => ({
      ...orderInput({ subscriptionId: 'sub-bob-patch', quantity: 20 + n, expectedCurrentQuantity: 8 }),
      accountId: 'acc-bob',
      orderId: randomUUID(),
    }));
    const decided = await Promise.all(inputs.map((input) => decideOrder(input)));
    const accepted = inputs.filter((_, n) => decided[n]?.state === 'inProgress');
    expect(accepted).toHaveLength(1);
    for (const { orderId } of inputs.filter((input) => input !== accepted[0])) {
      expect((await stored(orderId))?.decision.rejections[0]).toMatchObject({
        code: 'ORDER_IN_PROGRESS',
        inputs: { orderAtWork: accepted[0]?.orderId },
      });
    }
  });
});
