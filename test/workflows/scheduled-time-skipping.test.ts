import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { VendorUnavailable } from '../../activities/vendor/provisioner.ts';
import { startOfDay } from '../../business-time.ts';
import { asTenant } from '../../db/client.ts';
import { orderHistory } from '../../db/schema/orders.ts';
import { periodFrom } from '../../domain/calendar/service-period.ts';
import type { OrderRequest } from '../../domain/order-types.ts';
import { addDays, addMonths, type PlainDate, startOfMonth, startOfNextMonth } from '../../domain/plain-date.ts';
import type { OrderInput } from '../../workflows/messages.ts';
import { orderInput } from '../support/order-input.ts';
import { type SkippedTime, startSkippedTime } from '../support/skipped-time.ts';
import { insertSubscription } from '../support/subscriptions.ts';
import { vendorInMemory } from '../support/vendor-in-memory.ts';

const zone = 'Asia/Tokyo';
const vendor = vendorInMemory();
let isDown = false;
let time: SkippedTime;
let today: PlainDate;
beforeAll(async () => {
  const apply: typeof vendor.provisioner.apply = async (operation, call) => {
    if (isDown) throw new VendorUnavailable('no answer');
    return vendor.provisioner.apply(operation, call);
  };
  time = await startSkippedTime({ vendor: 'groupware', provisioner: { ...vendor.provisioner, apply } });
});
afterAll(() => time?.close());
beforeEach(async () => {
  // Each test begins on the 11th of a month, so that its months are whole whenever it is run.
  await time.sleepUntil(startOfDay(zone, addDays(startOfNextMonth(await time.today(zone)), 10)));
  today = await time.today(zone);
});

/** A subscription with 10 users in a monthly term, or in an annual one that ends with the month after the next. */
async function subscribed(name: string, term: 'monthly' | 'annual'): Promise<string> {
  const id = `sub-${name}`;
  const start = term === 'annual' ? addMonths(startOfMonth(today), -9) : startOfMonth(today);
  const period = periodFrom(term, start);
  await insertSubscription(time.database, id, {
    product: 'groupware',
    term,
    periodStart: period.start,
    periodEnd: period.end,
    firstOrderDate: addMonths(start, -20),
  });
  return id;
}

const placed = (request: OrderRequest): OrderInput => ({ ...orderInput(), request, vendor: 'groupware' });
const to = (subscriptionId: string, quantity: number, fields: object = {}): OrderInput =>
  placed({ type: 'changeQuantity', subscriptionId, quantity, expectedCurrentQuantity: 10, ...fields });
const stateOf = async ({ orderId }: OrderInput) => (await time.order(orderId)).state;
const appliedFor = ({ orderId }: OrderInput) =>
  vendor.receipts().flatMap(({ key, operation }) => (key.startsWith(orderId) ? [operation] : []));
const historyOf = async ({ orderId }: OrderInput) => {
  const rows = await asTenant(time.database, 'changeover_api', 'acme', (transaction) =>
    transaction.select().from(orderHistory).where(eq(orderHistory.orderId, orderId)).orderBy(orderHistory.version),
  );
  return rows.map(({ state, reason }) => [state, reason]);
};
const midnight = (date: PlainDate) => startOfDay(zone, date);
const aMinuteBefore = (date: PlainDate) => new Date(midnight(date).getTime() - 60_000);
const scheduledUntil = (date: PlainDate) => ({
  state: 'scheduled',
  acknowledgement: 'notRequired',
  nextAt: midnight(date).toISOString(),
});
const cancelled = { state: 'cancelled', acknowledgement: 'notRequired' };

describe('a decrease of a monthly term', () => {
  it('sleeps until the first of the next month begins in the product’s zone, then completes', async () => {
    const subscriptionId = await subscribed('monthly', 'monthly');
    const input = to(subscriptionId, 8);
    const first = startOfNextMonth(today);
    const order = await time.submit(input);
    expect(order.verdict).toEqual(scheduledUntil(first));

    await time.sleepUntil(aMinuteBefore(first));
    expect(await stateOf(input)).toBe('scheduled');
    expect(appliedFor(input)).toEqual([]);

    await time.sleepUntil(midnight(first));
    await expect.poll(() => stateOf(input)).toBe('completed');
    expect(appliedFor(input)).toEqual(['changeQuantity']);
    expect(await time.subscription(subscriptionId)).toMatchObject({ quantity: 8, version: 2 });
    const { noticeHash, finishedAt } = await time.order(input.orderId);
    expect(finishedAt?.getTime()).toBeGreaterThanOrEqual(midnight(first).getTime());
    expect(finishedAt?.getTime()).toBeLessThan(midnight(first).getTime() + 60_000);

    await order.acknowledge(noticeHash ?? '');
    expect(await order.result()).toEqual({ state: 'completed', acknowledgement: 'acknowledged' });
  });

  it('that is taken back ends its workflow, and nothing happens on its day', async () => {
    const subscriptionId = await subscribed('taken-back', 'monthly');
    const input = to(subscriptionId, 8);
    const order = await time.submit(input);
    expect(await order.cancel()).toEqual(cancelled);
    expect(await order.result()).toEqual(cancelled);
    await time.sleepUntil(midnight(startOfNextMonth(today)));
    expect(appliedFor(input)).toEqual([]);
    expect(await historyOf(input)).toEqual([
      ['scheduled', 'accepted'],
      ['cancelled', 'Not needed any more'],
    ]);
  });

  it('that another has superseded ends its workflow when it wakes; the other takes effect', async () => {
    const subscriptionId = await subscribed('superseded', 'monthly');
    const [input, next] = [to(subscriptionId, 8), to(subscriptionId, 7, { supersede: true })];
    const order = await time.submit(input);
    await time.submit(next);
    expect(await stateOf(input)).toBe('cancelled');
    expect(await order.status()).toBe('RUNNING');

    await time.sleepUntil(midnight(startOfNextMonth(today)));
    await expect.poll(order.status).toBe('COMPLETED');
    expect(await order.result()).toEqual(cancelled);
    await expect.poll(() => stateOf(next)).toBe('completed');
    expect(appliedFor(input)).toEqual([]);
    expect(await time.subscription(subscriptionId)).toMatchObject({ quantity: 7 });
  });

  it('waits its turn on its day while another order is at work, and completes after it', async () => {
    const subscriptionId = await subscribed('waits', 'monthly');
    const [input, increase] = [to(subscriptionId, 8), to(subscriptionId, 12)];
    await time.submit(input);
    const first = startOfNextMonth(today);
    await time.sleepUntil(aMinuteBefore(first));
    isDown = true;
    expect((await time.submit(increase)).verdict.state).toBe('inProgress');
    await time.sleepUntil(new Date(midnight(first).getTime() + 5 * 60_000));
    expect(await stateOf(input)).toBe('scheduled');
    expect(await stateOf(increase)).toBe('inProgress');

    isDown = false;
    await time.sleep(20 * 60_000);
    await expect.poll(() => stateOf(increase)).toBe('completed');
    await expect.poll(() => stateOf(input)).toBe('completed');
    expect(appliedFor(input)).toEqual(['changeQuantity']);
    expect(await time.subscription(subscriptionId)).toMatchObject({ quantity: 8, version: 3 });
  });
});

describe('a decrease for the renewal window of an annual term', () => {
  it('sleeps until it is decided there, sleeps on until the next term, and completes', async () => {
    const subscriptionId = await subscribed('window', 'annual');
    const { periodEnd } = await time.subscription(subscriptionId);
    const decisionDate = addDays(startOfMonth(periodEnd), 4);
    const input = to(subscriptionId, 6, { requestedStartDate: decisionDate });
    const order = await time.submit(input);
    expect(order.verdict).toEqual(scheduledUntil(decisionDate));

    await time.sleepUntil(midnight(decisionDate));
    await expect.poll(async () => (await time.order(input.orderId)).dayDecision?.outcome).toBe('accepted');
    expect(await stateOf(input)).toBe('scheduled');
    await time.sleepUntil(aMinuteBefore(addDays(periodEnd, 1)));
    expect(await stateOf(input)).toBe('scheduled');

    await time.sleepUntil(midnight(addDays(periodEnd, 1)));
    await expect.poll(() => stateOf(input)).toBe('completed');
    expect(appliedFor(input)).toEqual(['changeQuantity']);
    expect(await time.subscription(subscriptionId)).toMatchObject({ quantity: 6 });
    expect(await historyOf(input)).toEqual([
      ['scheduled', 'accepted'],
      ['scheduled', `decided on ${decisionDate}`],
      ['inProgress', `its day has come: ${addDays(periodEnd, 1)}`],
      ['completed', 'the vendor has applied it'],
    ]);
  });

  it('that a cancellation withdraws comes back when that is undone, even after the day on which it was to be decided', async () => {
    const subscriptionId = await subscribed('withdrawn', 'annual');
    const { periodEnd } = await time.subscription(subscriptionId);
    const decisionDate = startOfMonth(periodEnd);
    const input = to(subscriptionId, 6, { requestedStartDate: decisionDate });
    const order = await time.submit(input);
    const cancellation = await time.submit(placed({ type: 'cancel', subscriptionId }));
    expect(cancellation.verdict.state).toBe('scheduled');
    expect(await stateOf(input)).toBe('cancelled');

    await time.sleepUntil(midnight(addDays(decisionDate, 5)));
    const undo = placed({ type: 'undoCancel', subscriptionId });
    expect((await time.submit(undo)).verdict.state).toBe('inProgress');
    await expect.poll(() => stateOf(undo)).toBe('completed');
    expect(await stateOf(input)).toBe('scheduled');

    await time.sleepUntil(midnight(addDays(periodEnd, 1)));
    await expect.poll(() => stateOf(input)).toBe('completed');
    expect(await order.status()).toBe('RUNNING');
    expect(await time.subscription(subscriptionId)).toMatchObject({ quantity: 6, state: 'active' });
    expect(await cancellation.result()).toEqual(cancelled);
  });
});
