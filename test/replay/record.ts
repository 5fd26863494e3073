import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { orderWorkflowId } from '../../workflows/messages.ts';
import { changeQuantity, type Orders, ordersOn } from '../support/orders.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { forgetWorkflow, startAnew } from '../support/workflow-gone.ts';

const month = new Date().toISOString().slice(0, 7);

let stack: Stack;
let orders: Orders;
beforeAll(async () => {
  stack = await startStack();
  orders = ordersOn(stack);
});
afterAll(() => stack.close());

/**
 * Keeps a history as Temporal's own command prints it, which is the form its replayer reads, less what tells of the machine it
 * was made on. One that is there stays: orders that the code of its time began may still be open.
 */
async function keep(name: string, orderId: string): Promise<void> {
  const file = join(import.meta.dirname, 'histories', `order.${name}.${month}.json`);
  if (existsSync(file)) return;
  const { stdout } = await promisify(execFile)(
    inject('temporalExecutable'),
    [
      ...['workflow', 'show', '--output', 'json', '--workflow-id', orderWorkflowId(orderId)],
      ...['--address', inject('temporalAddress'), '--namespace', stack.namespace],
    ],
    { maxBuffer: 10_000_000 },
  );
  const history = JSON.parse(stdout, (key, value) => {
    if (key === 'stackTrace') return undefined;
    // Workers, and the queues of their own, are called by process id and host.
    return typeof value === 'string' ? value.replace(/^\d+@\S+$/, 'worker') : value;
  });
  expect(history.events.length).toBeGreaterThan(0);
  writeFileSync(file, `${JSON.stringify(history, null, 2)}\n`);
}

describe('histories of the order workflow', () => {
  it('completed and acknowledged', async () => {
    const id = await orders.accepted(
      'hana',
      changeQuantity('sub-hana-av', { quantity: 6, expectedCurrentQuantity: 5 }),
    );
    await orders.until('hana', id, 'completed');
    await keep('awaiting', id);
    await orders.acknowledge('hana', id);
    await orders.workflow(id).result();
    await keep('acknowledged', id);
  });

  it('rejected', async () => {
    const { body } = await orders.place(
      'bob',
      changeQuantity('sub-bob-patch', { quantity: 8, expectedCurrentQuantity: 8 }),
    );
    await keep('rejected', body.orderId);
  });

  it('refused by the vendor, and that acknowledged', async () => {
    await stack.vendor.setFault('vendor-sub-grace-av', { mode: 'refuse', times: 1 });
    const id = await orders.accepted(
      'grace',
      changeQuantity('sub-grace-av', { quantity: 13, expectedCurrentQuantity: 12 }),
    );
    await orders.until('grace', id, 'failed');
    await orders.acknowledge('grace', id);
    await orders.workflow(id).result();
    await keep('failed', id);
  });

  it('completed after the vendor had been in trouble', async () => {
    await stack.vendor.setFault('vendor-sub-hana-package', { mode: 'timeoutAfter', times: 1 });
    const id = await orders.accepted(
      'hana',
      changeQuantity('sub-hana-package', { quantity: 21, expectedCurrentQuantity: 20 }),
    );
    await orders.until('hana', id, 'completed');
    await orders.acknowledge('hana', id);
    await orders.workflow(id).result();
    await keep('retried', id);
  });

  it('gone on with after Temporal had forgotten it', async () => {
    await stack.vendor.setFault('vendor-sub-grace-endpoint', { mode: 'hold', applied: true });
    const id = await orders.accepted(
      'grace',
      changeQuantity('sub-grace-endpoint', { quantity: 41, expectedCurrentQuantity: 40 }),
    );
    await startAnew(stack, await forgetWorkflow(stack, id));
    await orders.until('grace', id, 'completed');
    await orders.acknowledge('grace', id);
    await orders.workflow(id).result();
    await keep('resumed', id);
  });
});
