import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FaultRequest } from '../../sandbox/vendor/fault.ts';
import { atBoth } from '../support/at-both.ts';
import { effectsOn } from '../support/effects.ts';
import type { Answer } from '../support/http.ts';
import { type Orders, ordersOn, tenToTwelve } from '../support/orders.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { addSubscription } from '../support/subscriptions.ts';

let stack: Stack;
let orders: Orders;
beforeAll(async () => {
  stack = await startStack();
  orders = ordersOn(stack);
});
afterAll(() => stack.close());

const cancel = (id: string): Promise<Answer> =>
  stack.as('hana', 'POST', `/v1/orders/${id}:cancel`, { body: { reason: 'Not needed any more' } });
const keysOn = async (subscriptionId: string) => (await effectsOn(stack, subscriptionId)).map(({ key }) => key);

/** An order on a subscription of its own, with the vendor at fault from before it is placed, and met by the order. */
async function placedInto(
  name: string,
  fault: FaultRequest,
  body: (subscriptionId: string) => object = tenToTwelve,
): Promise<{ id: string; subscriptionId: string; target: string }> {
  const subscriptionId = await addSubscription(stack, `sub-${name}`);
  const target = `vendor-${subscriptionId}`;
  await stack.vendor.setFault(target, fault);
  const id = await orders.accepted('hana', body(subscriptionId));
  await expect.poll(async () => (await stack.vendor.fault(target)).met).toBeGreaterThan(0);
  return { id, subscriptionId, target };
}

/** It does what it is asked, and neither says so nor tells of it when it is asked again. */
const unheard: FaultRequest = { mode: 'error', applied: true, calls: ['apply', 'lookUp'] };

/** Cancels an order while its vendor is so, and until after it has been asked to make the key void. */
async function cancelledAfter(id: string, target: string): Promise<Answer> {
  const cancelling = cancel(id);
  await expect.poll(async () => (await stack.vendor.calls(target)).void).toBeGreaterThan(0);
  await stack.vendor.clearFault(target);
  return cancelling;
}

describe('an order taken back', () => {
  it('before the vendor has done anything is cancelled, and the vendor never will', async () => {
    const { id, subscriptionId } = await placedInto('before', { mode: 'error' });
    expect(await cancel(id)).toMatchObject({
      status: 200,
      body: { state: 'cancelled', finishedAt: expect.any(String), acknowledgement: { state: 'notRequired' } },
    });
    expect(await orders.workflow(id).result()).toEqual({ state: 'cancelled', acknowledgement: 'notRequired' });
    expect(await keysOn(subscriptionId)).toEqual([]);
    expect((await cancel(id)).body).toMatchObject({ state: 'cancelled' });
    // It no longer has the subscription to itself.
    await stack.vendor.clearFault(`vendor-${subscriptionId}`);
    await orders.until('hana', await orders.accepted('hana', tenToTwelve(subscriptionId)), 'completed');
  });

  it('while its request is on the way is cancelled, and what lands afterwards has no effect', async () => {
    const { id, subscriptionId, target } = await placedInto('during', { mode: 'hold' });
    expect((await cancel(id)).body).toMatchObject({ state: 'cancelled' });
    await stack.vendor.clearFault(target);
    await expect.poll(async () => (await stack.vendor.calls(target)).void).toBe(1);
    expect(await keysOn(subscriptionId)).toEqual([]);
    const { here, there } = await atBoth(stack, subscriptionId);
    expect(there).toEqual(here);
  });

  it('after the vendor has done it, and nobody heard, has it undone', async () => {
    const { id, subscriptionId, target } = await placedInto('after', unheard);
    expect(await cancelledAfter(id, target)).toMatchObject({ status: 200, body: { state: 'cancelled' } });
    expect(await keysOn(subscriptionId)).toEqual([`${id}:changeQuantity`, `${id}:undo-changeQuantity`]);
    const { here, there } = await atBoth(stack, subscriptionId);
    expect(here.quantity).toBe(10);
    expect(there).toEqual(here);
  });

  it('after the vendor has done what cannot be undone comes too late, and is completed', async () => {
    const body = (subscriptionId: string) => ({
      type: 'cancel',
      subscriptionId,
      contactEmail: 'hana@hanafoods.example',
    });
    const { id, subscriptionId, target } = await placedInto('too-late', unheard, body);
    expect(await cancelledAfter(id, target)).toMatchObject({ status: 409, body: { code: 'ORDER_NOT_CANCELLABLE' } });
    await orders.until('hana', id, 'completed');
    expect(await keysOn(subscriptionId)).toEqual([`${id}:terminate`]);
    const { here, there } = await atBoth(stack, subscriptionId);
    expect(here.state).toBe('terminated');
    expect(there).toEqual(here);
  });

  it('once it is completed is not cancelled', async () => {
    const subscriptionId = await addSubscription(stack, 'sub-done');
    const id = await orders.accepted('hana', tenToTwelve(subscriptionId));
    await orders.until('hana', id, 'completed');
    expect(await cancel(id)).toMatchObject({ status: 409, body: { code: 'ORDER_NOT_CANCELLABLE' } });
  });

  it('in the moment in which it completes ends as the one or the other, here and at the vendor', async () => {
    for (const round of [1, 2, 3, 4, 5, 6]) {
      const subscriptionId = await addSubscription(stack, `sub-race-${round}`);
      const id = await orders.accepted('hana', tenToTwelve(subscriptionId));
      const { status } = await cancel(id);
      const { state } = (await orders.get('hana', id)).body;
      expect([status, state]).toEqual(status === 200 ? [200, 'cancelled'] : [409, 'completed']);
      const { here, there } = await atBoth(stack, subscriptionId);
      expect(here.quantity).toBe(state === 'cancelled' ? 10 : 12);
      expect(there).toEqual(here);
    }
  });
});
