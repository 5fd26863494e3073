import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDecideOrder } from '../../activities/decide-order.ts';
import { createProvision } from '../../activities/provision.ts';
import type { Provisioner, VendorReceipt } from '../../activities/vendor/provisioner.ts';
import { asTenant, type Database, openDatabase } from '../../db/client.ts';
import { findOrder } from '../../db/orders.ts';
import { findSubscription } from '../../db/subscriptions.ts';
import type { ChangeQuantity } from '../../domain/order-types/change-quantity.ts';
import { createDatabase, type OwnDatabase } from '../support/database.ts';
import { orderInput } from '../support/order-input.ts';
import { receiptOf } from '../support/vendor-receipt.ts';

const now = () => new Date('2026-11-24T10:00:00Z');
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

/** The database as it is to an activity whose connection breaks once, before or after the commit of its `nth` transaction. */
function breakingOnce(nth: number, when: 'before' | 'after'): Database {
  let count = 0;
  const transaction: Database['transaction'] = async (work) => {
    count += 1;
    if (count !== nth) return database.transaction(work);
    if (when === 'after') await database.transaction(work);
    throw new Error('connection lost');
  };
  return { ...database, transaction };
}

/** A vendor with a memory, which counts what it is asked. */
function vendorWithLedger() {
  const ledger = new Map<string, VendorReceipt>();
  const calls: string[] = [];
  const provisioner: Provisioner = {
    async apply(operation) {
      calls.push('apply');
      const receipt = receiptOf(operation);
      ledger.set(operation.key, receipt);
      return receipt;
    },
    async lookUp(key) {
      calls.push('lookUp');
      return ledger.get(key);
    },
    async voidKey() {
      calls.push('voidKey');
      return 'voided';
    },
    async details() {
      calls.push('details');
      return undefined;
    },
  };
  return { provisioner, calls };
}

async function decided(fields: Partial<ChangeQuantity>): Promise<string> {
  const input = orderInput(fields);
  await createDecideOrder({ database, now })(input);
  return input.orderId;
}
const attempt = (on: Database, provisioner: Provisioner, orderId: string, number: number) =>
  new MockActivityEnvironment(
    { attempt: number, workflowExecution: { workflowId: 'order', runId: 'run-1' } },
    { logger: new DefaultLogger('ERROR') },
  ).run(createProvision({ database: on, now, provisioner }), {
    tenant: 'acme',
    orderId,
    resumed: false,
    firstRunId: 'run-1',
  });
const order = (id: string) => asTenant(database, 'changeover_api', 'acme', (transaction) => findOrder(transaction, id));
const quantityOf = async (id: string) =>
  (await asTenant(database, 'changeover_api', 'acme', (transaction) => findSubscription(transaction, id)))?.quantity;

describe('a database that is lost after the vendor has said yes', () => {
  it('fails the attempt; the next one finds what the vendor has applied, and records it', async () => {
    const orderId = await decided({ subscriptionId: 'sub-hana-av', quantity: 6, expectedCurrentQuantity: 5 });
    const { provisioner, calls } = vendorWithLedger();
    await expect(attempt(breakingOnce(2, 'before'), provisioner, orderId, 1)).rejects.toThrow('connection lost');
    expect(await order(orderId)).toMatchObject({ state: 'inProgress', version: 1 });
    expect(await quantityOf('sub-hana-av')).toBe(5);

    expect(await attempt(database, provisioner, orderId, 2)).toEqual({
      state: 'completed',
      acknowledgement: 'awaiting',
    });
    expect(calls).toEqual(['apply', 'lookUp']);
    expect(await quantityOf('sub-hana-av')).toBe(6);
  });

  it('with only the answer to the commit lost: the next attempt finds the order over and asks nobody', async () => {
    const orderId = await decided({ subscriptionId: 'sub-hana-package', quantity: 21, expectedCurrentQuantity: 20 });
    const { provisioner, calls } = vendorWithLedger();
    await expect(attempt(breakingOnce(2, 'after'), provisioner, orderId, 1)).rejects.toThrow('connection lost');
    const recorded = await order(orderId);
    expect(recorded).toMatchObject({ state: 'completed', version: 2 });

    expect(await attempt(database, provisioner, orderId, 2)).toEqual({
      state: 'completed',
      acknowledgement: 'awaiting',
    });
    expect(calls).toEqual(['apply']);
    expect(await order(orderId)).toEqual(recorded);
    expect(await quantityOf('sub-hana-package')).toBe(21);
  });
});

describe('a database that is lost before the vendor is asked', () => {
  it('keeps the vendor from being asked at all', async () => {
    const orderId = await decided({
      subscriptionId: 'sub-hana-endpoint',
      quantity: 26,
      expectedCurrentQuantity: 25,
    });
    const { provisioner, calls } = vendorWithLedger();
    await expect(attempt(breakingOnce(1, 'before'), provisioner, orderId, 1)).rejects.toThrow('connection lost');
    expect(calls).toEqual([]);
  });
});
