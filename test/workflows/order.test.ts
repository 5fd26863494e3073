import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FaultRequest } from '../../sandbox/vendor/fault.ts';
import { effectsOn } from '../support/effects.ts';
import { type Orders, ordersOn, tenToTwelve } from '../support/orders.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { addSubscription } from '../support/subscriptions.ts';
import { recordVendorCalls, type VendorCall } from '../support/vendor-calls.ts';

let stack: Stack;
let orders: Orders;
let calls: ReturnType<typeof recordVendorCalls>;
beforeAll(async () => {
  stack = await startStack();
  orders = ordersOn(stack);
  calls = recordVendorCalls(stack);
});
afterAll(() => {
  calls.stop();
  return stack.close();
});

/** An order from 10 to 12 on a subscription of its own, with the vendor at fault from before it is placed. */
async function placedInto(name: string, fault: FaultRequest): Promise<{ id: string; subscriptionId: string }> {
  const subscriptionId = await addSubscription(stack, `sub-${name}`);
  await stack.vendor.setFault(`vendor-${subscriptionId}`, fault);
  return { id: await orders.accepted('hana', tenToTwelve(subscriptionId)), subscriptionId };
}

describe('a vendor that refuses', () => {
  it('makes the order fail and leaves the subscription as it was; the notice says so and awaits its reader', async () => {
    const { id, subscriptionId } = await placedInto('refused', { mode: 'refuse', code: 'NOT_IN_YOUR_CONTRACT' });
    const { body } = await orders.until('hana', id, 'failed');
    expect(body).toMatchObject({
      decision: { outcome: 'accepted' },
      failure: { code: 'NOT_IN_YOUR_CONTRACT', message: 'The vendor does not allow this change.' },
      finishedAt: expect.stringMatching(/Z$/),
      acknowledgement: {
        state: 'awaiting',
        notice: {
          title: 'Quantity not changed',
          text: expect.stringContaining('could not be changed to 12 agents. It still has 10 agents in total.'),
        },
      },
    });
    expect(calls.of(id)).toEqual(['apply', 'void']);
    expect(await effectsOn(stack, subscriptionId)).toEqual([]);
    expect((await stack.as('hana', 'GET', `/v1/subscriptions/${subscriptionId}`)).body).toMatchObject({
      quantity: 10,
      version: 1,
    });
    await orders.acknowledge('hana', id);
    await expect(orders.workflow(id).result()).resolves.toEqual({ state: 'failed', acknowledgement: 'acknowledged' });
  });

  it('after an attempt of unknown outcome is believed only once its key is void, so that nothing lands later', async () => {
    // The first attempt is still on its way when the second is refused.
    await stack.vendor.setFault('*', { mode: 'refuse' });
    const { id, subscriptionId } = await placedInto('late', { mode: 'hold', times: 1 });
    await orders.until('hana', id, 'failed');
    await stack.vendor.clearFault('*');
    expect(calls.of(id)).toEqual(['apply', 'lookUp', 'apply', 'void']);
    expect(await stack.vendor.release(`vendor-${subscriptionId}`)).toBe(1);
    expect(await effectsOn(stack, subscriptionId)).toEqual([]);
    expect((await stack.vendor.subscription(`vendor-${subscriptionId}`)).quantity).toBe(10);
    expect(await orders.quantityOf('hana', subscriptionId)).toBe(10);
  });
});

type Case = [fault: FaultRequest, calls: VendorCall[]];

describe('a vendor in trouble', () => {
  it.concurrent.for<Case>([
    // Applied, but nobody was told: the look-up finds it.
    [{ mode: 'timeoutAfter', times: 1 }, ['apply', 'lookUp']],
    [{ mode: 'garbage', times: 1 }, ['apply', 'lookUp']],
    [{ mode: 'wrongId', times: 1 }, ['apply', 'lookUp']],
    [{ mode: 'slowBody', times: 1 }, ['apply', 'lookUp']],
    [{ mode: 'error', applied: true, times: 1 }, ['apply', 'lookUp']],
    // Not applied: the look-up says so, and only then it is asked for again.
    [{ mode: 'timeoutBefore', times: 1 }, ['apply', 'lookUp', 'apply']],
    [{ mode: 'error', times: 1 }, ['apply', 'lookUp', 'apply']],
    [{ mode: 'error', status: 503, retryAfter: 1, times: 1 }, ['apply', 'lookUp', 'apply']],
    [{ mode: 'tooMany', retryAfter: 1, times: 1 }, ['apply', 'lookUp', 'apply']],
    [{ mode: 'redirect', times: 1 }, ['apply', 'lookUp', 'apply']],
    [{ mode: 'error', times: 2 }, ['apply', 'lookUp', 'apply', 'lookUp', 'apply']],
    [{ mode: 'down', times: 2 }, ['apply', 'lookUp', 'lookUp', 'apply']],
    // On its way while it is asked for again: the key makes one effect of both.
    [{ mode: 'hold', times: 1 }, ['apply', 'lookUp', 'apply']],
  ])(
    'has the effect exactly once, and is asked before anything is repeated: %j',
    async ([fault, expected], { expect }) => {
      const name = Object.values(fault).join('-').toLowerCase();
      const { id, subscriptionId } = await placedInto(name, fault);
      await orders.until('hana', id, 'completed');
      expect(calls.of(id)).toEqual(expected);
      await stack.vendor.clearFault(`vendor-${subscriptionId}`);
      expect(await effectsOn(stack, subscriptionId)).toMatchObject([{ key: `${id}:changeQuantity`, quantity: 12 }]);
      expect(await orders.quantityOf('hana', subscriptionId)).toBe(12);
    },
  );

  it.concurrent('leaves the order in progress while it is down, for as long as that takes', async ({ expect }) => {
    const { id, subscriptionId } = await placedInto('down', { mode: 'down' });
    await expect.poll(() => calls.of(id).length).toBeGreaterThan(1);
    const { body } = await orders.get('hana', id);
    expect(body).toMatchObject({ state: 'inProgress', acknowledgement: { state: 'notRequired' } });
    expect(await effectsOn(stack, subscriptionId)).toEqual([]);

    await stack.vendor.clearFault(`vendor-${subscriptionId}`);
    await orders.until('hana', id, 'completed');
    const [first, ...rest] = calls.of(id);
    expect(first).toBe('apply');
    expect(rest.slice(0, -1).every((call) => call === 'lookUp')).toBe(true);
    expect(rest.at(-1)).toBe('apply');
    expect(await effectsOn(stack, subscriptionId)).toHaveLength(1);
  });

  it.concurrent('does not hold up the orders of other subscriptions', async ({ expect }) => {
    const { id } = await placedInto('stuck', { mode: 'down' });
    const other = await addSubscription(stack, 'sub-free');
    await orders.until('hana', await orders.accepted('hana', tenToTwelve(other)), 'completed');
    expect((await orders.get('hana', id)).body.state).toBe('inProgress');
  });
});
