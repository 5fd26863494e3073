import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderWorkflowId } from '../../workflows/messages.ts';
import { effectsOn } from '../support/effects.ts';
import { changeQuantity, type Orders, ordersOn } from '../support/orders.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { recordVendorCalls } from '../support/vendor-calls.ts';

let stack: Stack;
let orders: Orders;
beforeAll(async () => {
  stack = await startStack();
  orders = ordersOn(stack);
});
afterAll(() => stack.close());

/** Sets a workflow back to before one of its finished workflow tasks, as an operator's repair does; gives the new run. */
async function reset(orderId: string, nthTask: number): Promise<string> {
  const { events } = await orders.workflow(orderId).fetchHistory();
  const tasks = (events ?? []).filter((event) => event.workflowTaskCompletedEventAttributes);
  const { runId } = await stack.temporal.workflow.workflowService.resetWorkflowExecution({
    namespace: stack.namespace,
    workflowExecution: {
      workflowId: orderWorkflowId(orderId),
      runId: (await orders.workflow(orderId).describe()).runId,
    },
    reason: 'test',
    requestId: randomUUID(),
    workflowTaskFinishEventId: tasks[nthTask]?.eventId ?? null,
  });
  return runId;
}

describe('an order whose workflow is reset', () => {
  it('while its outcome is not recorded asks the vendor before it repeats anything, and does not do it again', async () => {
    const calls = recordVendorCalls(stack);
    await stack.vendor.setFault('vendor-sub-hana-package', { mode: 'hold', applied: true });
    const id = await orders.accepted(
      'hana',
      changeQuantity('sub-hana-package', { quantity: 21, expectedCurrentQuantity: 20 }),
    );
    await expect.poll(() => effectsOn(stack, 'sub-hana-package')).toHaveLength(1);
    await reset(id, 0);
    await orders.until('hana', id, 'completed');
    expect(calls.of(id)).toEqual(['apply', 'lookUp']);
    calls.stop();
    expect(await effectsOn(stack, 'sub-hana-package')).toHaveLength(1);
    expect(await orders.quantityOf('hana', 'sub-hana-package')).toBe(21);
    expect((await orders.acknowledge('hana', id)).status).toBe(200);
    await expect(orders.workflow(id).result()).resolves.toMatchObject({ acknowledgement: 'acknowledged' });
  });

  it('after its outcome keeps it, and does nothing again', async () => {
    const id = await orders.accepted(
      'hana',
      changeQuantity('sub-hana-av', { quantity: 6, expectedCurrentQuantity: 5 }),
    );
    await orders.until('hana', id, 'completed');
    await expect.poll(async () => (await orders.workflow(id).fetchHistory()).events?.length).toBe(13);
    await reset(id, 1);
    expect((await orders.acknowledge('hana', id)).status).toBe(200);
    await expect(orders.workflow(id).result()).resolves.toEqual({
      state: 'completed',
      acknowledgement: 'acknowledged',
    });
    expect(await stack.vendor.calls('vendor-sub-hana-av')).toMatchObject({ apply: 1, lookUp: 0 });
    expect(await effectsOn(stack, 'sub-hana-av')).toHaveLength(1);
    expect(await orders.quantityOf('hana', 'sub-hana-av')).toBe(6);
  });

  it('to its very beginning keeps the decision it had', async () => {
    const id = await orders.accepted(
      'bob',
      changeQuantity('sub-bob-patch', { quantity: 9, expectedCurrentQuantity: 8 }),
    );
    await orders.until('bob', id, 'completed');
    await expect.poll(async () => (await orders.workflow(id).fetchHistory()).events?.length).toBe(13);
    const before = await orders.get('bob', id);
    await reset(id, 0);
    expect((await orders.get('bob', id)).body).toEqual(before.body);
    expect((await orders.acknowledge('bob', id)).status).toBe(200);
    await orders.workflow(id).result();
    expect((await stack.vendor.calls('vendor-sub-bob-patch')).apply).toBe(1);
  });
});
