import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { cancel, orderWorkflowId, repair } from '../../workflows/messages.ts';
import { nearMidnight } from '../support/near-midnight.ts';
import { changeQuantity, type Orders, ordersOn, tenToTwelve } from '../support/orders.ts';
import { type Stack, startStack } from '../support/stack.ts';
import { addSubscription } from '../support/subscriptions.ts';
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

  // A new day in the zone of its product may be more than a minute away.
  it('asleep until its day, taken back, and begun on it', { timeout: 150_000 }, async () => {
    const [first, second] = [
      await addSubscription(stack, 'sub-asleep', { product: 'groupware' }),
      await addSubscription(stack, 'sub-begun', { product: 'groupware' }),
    ];
    const { day: requestedStartDate } = await nearMidnight(stack.database, 10_000);
    const scheduled = async (subscriptionId: string): Promise<string> => {
      const { body } = await orders.place('hana', tenToTwelve(subscriptionId, { requestedStartDate }));
      expect(body.state).toBe('scheduled');
      return body.id;
    };
    const [takenBack, begun] = [await scheduled(first), await scheduled(second)];
    await keep('scheduled', begun);
    await orders.workflow(takenBack).executeUpdate(cancel, { args: [by] });
    await orders.workflow(takenBack).result();
    await keep('taken-back', takenBack);

    await untilAcknowledged('hana', begun, 'completed', 100_000);
    await keep('begun', begun);
  });

  it('of several operations, refused and undone; and held, and tried again', async () => {
    const subscriptionId = await addSubscription(stack, 'sub-parts', { product: 'worryFree' });
    const target = `vendor-${subscriptionId}`;
    const parts = { planId: 'worry-free-services-advanced', managed: true };
    const body = { type: 'changeServicePlan', subscriptionId, ...parts };
    await stack.vendor.setFault(target, { mode: 'refuse', operations: ['changeLicenceSettings'] });
    const compensated = await orders.accepted('paula', body);
    await untilAcknowledged('paula', compensated, 'failed');
    await keep('compensated', compensated);

    await stack.vendor.setFault(target, { mode: 'error', operations: ['changeLicenceSettings'] });
    const held = await orders.accepted('paula', body);
    await expect.poll(async () => (await stack.vendor.fault(target)).met).toBeGreaterThan(0);
    await stack.vendor.setFault(target, { mode: 'refuse', operations: ['changePlan', 'changeLicenceSettings'] });
    await orders.until('paula', held, 'held');
    await keep('held', held);
    await stack.vendor.clearFault(target);
    await orders.workflow(held).executeUpdate(repair, { args: [{ ...by, verb: 'retry' }] });
    await untilAcknowledged('paula', held, 'completed');
    await keep('repaired', held);
  });

  it('a purchase', async () => {
    const id = await orders.accepted('bob', {
      ...{ type: 'purchase', accountId: 'acc-bob', productId: 'groupware', planId: 'groupware-standard', quantity: 3 },
      ...{ term: 'monthly', activation: { mode: 'firstLogon' } },
    });
    await untilAcknowledged('bob', id, 'completed');
    await keep('purchased', id);
  });

  it('taken back while the vendor was in trouble', async () => {
    const subscriptionId = await addSubscription(stack, 'sub-in-flight');
    const target = `vendor-${subscriptionId}`;
    await stack.vendor.setFault(target, { mode: 'error' });
    const id = await orders.accepted('hana', tenToTwelve(subscriptionId));
    await expect.poll(async () => (await stack.vendor.fault(target)).met).toBeGreaterThan(1);
    await orders.workflow(id).executeUpdate(cancel, { args: [by] });
    await orders.workflow(id).result();
    await keep('cancelled', id);
  });
});

const by = { subject: 'olga', reason: 'To be recorded' };

async function untilAcknowledged(person: string, id: string, state: string, timeout?: number): Promise<void> {
  await orders.until(person, id, state, timeout);
  await orders.acknowledge(person, id);
  await orders.workflow(id).result();
}
