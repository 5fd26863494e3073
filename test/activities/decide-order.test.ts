import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDecideOrder } from '../../activities/decide-order.ts';
import { dateIn } from '../../business-time.ts';
import { asTenant, type Database, openDatabase } from '../../db/client.ts';
import { findOrder, listOrders } from '../../db/orders.ts';
import { loadPolicy } from '../../db/policies.ts';
import { findSubscription } from '../../db/subscriptions.ts';
import { decide } from '../../domain/decide.ts';
import type { ChangeQuantity } from '../../domain/order-types/change-quantity.ts';
import { startOfNextMonth } from '../../domain/plain-date.ts';
import type { OrderInput } from '../../workflows/messages.ts';
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
const scheduledOf = (subscriptionId: string) =>
  asTenant(database, 'changeover_api', 'acme', (transaction) =>
    listOrders(transaction, { subscriptionId, states: ['scheduled'] }, { limit: 10 }),
  );
const contactOf = async (subscriptionId: string) =>
  (await asTenant(database, 'changeover_api', 'acme', (transaction) => findSubscription(transaction, subscriptionId)))
    ?.account.contactEmail;

describe('deciding an order', () => {
  it('keeps it with its decision, claims its subscription and takes over the contact address', async () => {
    const input = orderInput({ contactEmail: 'first@hanafoods.example' });
    expect(await decideOrder(input)).toEqual({ state: 'inProgress', acknowledgement: 'notRequired', resumed: false });
    expect(await stored(input.orderId)).toMatchObject({
      state: 'inProgress',
      submittedBy: 'hana',
      requestHash: input.requestHash,
      decision: { outcome: 'accepted', policy: { id: 'managed-security', version: 2 } },
      productId: 'anti-virus',
      judged: { today: '2026-12-01', subscription: { quantity: 5 }, facts: { role: 'customer', orderAtWork: null } },
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

describe('an order as it is kept', () => {
  it('is decided again from what was kept just as it was', async () => {
    for (const quantity of [11, 9, 10, 500]) {
      const request = { subscriptionId: 'sub-bob-endpoint', quantity, expectedCurrentQuantity: 10 };
      const input = { ...orderInput(request), accountId: 'acc-bob' };
      await decideOrder(input);
      const order = await stored(input.orderId);
      if (!order) throw new Error('The order was not kept');
      const policy = await asTenant(database, 'changeover_api', 'acme', (transaction) =>
        loadPolicy(transaction, 'endpoint', order.judged.today),
      );
      expect(decide({ ...order.judged, order: order.request, policy })).toEqual(order.decision);
    }
  });
});

describe('an order that holds only later', () => {
  // By the clock, because the sample data is of the present day.
  const decideNow = (input: OrderInput) => createDecideOrder({ database, now: () => new Date() })(input);
  const nextMonth = () => startOfNextMonth(dateIn('Asia/Tokyo', new Date()));
  const decrease = (quantity: number, fields: Partial<ChangeQuantity> = {}) => ({
    ...orderInput({
      subscriptionId: 'sub-osaka-groupware-paid',
      quantity,
      expectedCurrentQuantity: 12,
      ...fields,
    }),
    accountId: 'acc-hana-osaka',
  });

  it('is scheduled, claims nothing, and is a pending change to the next one', async () => {
    const first = decrease(10);
    expect(await decideNow(first)).toMatchObject({ state: 'scheduled', acknowledgement: 'notRequired' });
    expect(await stored(first.orderId)).toMatchObject({ decidedState: 'scheduled', effectiveDate: nextMonth() });

    const second = decrease(9);
    expect(await decideNow(second)).toMatchObject({ state: 'rejected' });
    expect(await stored(second.orderId)).toMatchObject({
      decision: { rejections: [{ code: 'SUPERSEDE_REQUIRED' }] },
      judged: { facts: { orderAtWork: null, pendingChanges: [{ orderId: first.orderId }] } },
    });
    expect(await stored(first.orderId)).toMatchObject({ state: 'scheduled' });
  });

  it('is superseded with consent, and says so in its history', async () => {
    const [pending] = await scheduledOf('sub-osaka-groupware-paid');
    const next = decrease(8, { supersede: true });
    expect(await decideNow(next)).toMatchObject({ state: 'scheduled' });
    expect((await scheduledOf('sub-osaka-groupware-paid')).map(({ id }) => id)).toEqual([next.orderId]);
    expect(await stored(pending?.id ?? '')).toMatchObject({
      state: 'cancelled',
      withdrawnBy: next.orderId,
      version: 2,
    });
  });

  it('is withdrawn by the present total (U2)', async () => {
    const [pending] = await scheduledOf('sub-osaka-groupware-paid');
    const withdrawal = decrease(12);
    expect(await decideNow(withdrawal)).toMatchObject({ state: 'inProgress' });
    expect(await scheduledOf('sub-osaka-groupware-paid')).toEqual([]);
    expect(await stored(pending?.id ?? '')).toMatchObject({ state: 'cancelled' });
  });
});

describe('a cancellation that the contract does not allow', () => {
  it('is rejected and kept like any other order', async () => {
    const request: OrderInput['request'] = { type: 'cancel', subscriptionId: 'sub-osaka-groupware-unpaid' };
    const input = { ...orderInput(), accountId: 'acc-hana-osaka', request };
    expect(await decideOrder(input)).toMatchObject({ state: 'rejected' });
    expect((await stored(input.orderId))?.decision.rejections[0]?.code).toMatch(/^PAYMENT_/);
  });
});

describe('a purchase', () => {
  const purchase = (fields: object = {}): OrderInput => ({
    ...orderInput(),
    accountId: 'acc-bob',
    request: {
      ...{ type: 'purchase' as const, accountId: 'acc-bob', productId: 'groupware', planId: 'groupware-standard' },
      ...{ quantity: 3, term: 'monthly' as const, activation: { mode: 'firstLogon' as const } },
      ...fields,
    },
  });

  it('makes a subscription of the order’s own id, waiting to be activated', async () => {
    const input = purchase();
    expect(await decideOrder(input)).toMatchObject({ state: 'inProgress' });
    expect(await stored(input.orderId)).toMatchObject({ subscriptionId: input.orderId, productId: 'groupware' });
    const { rows } = await database.transaction((transaction) =>
      transaction.execute(sql`select quantity, state, version from subscriptions where id = ${input.orderId}`),
    );
    expect(rows).toEqual([{ quantity: 3, state: 'pendingActivation', version: 1 }]);
  });

  it('that is rejected is kept, and leaves no subscription', async () => {
    const input = purchase({ term: 'annual', activation: { mode: 'code' }, additional: true });
    expect(await decideOrder(input)).toMatchObject({ state: 'rejected' });
    expect((await stored(input.orderId))?.decision.rejections[0]?.code).toBe('ACTIVATION_NOT_OFFERED');
    const { rows } = await database.transaction((transaction) =>
      transaction.execute(sql`select id from subscriptions where id = ${input.orderId}`),
    );
    expect(rows).toEqual([]);
  });

  it('for an account that is not there fails for good', async () => {
    const input = { ...purchase(), accountId: 'acc-nobody' };
    await expect(decideOrder(input)).rejects.toMatchObject({ type: 'SubscriptionNotFound', nonRetryable: true });
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
