import { createHash } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createDecideOrder } from '../../activities/decide-order.ts';
import { createProvision } from '../../activities/provision.ts';
import {
  type Provisioner,
  VendorBusy,
  type VendorOperation,
  VendorRefused,
  VendorUnavailable,
} from '../../activities/vendor/provisioner.ts';
import { asTenant, type Database, openDatabase } from '../../db/client.ts';
import { findOrder } from '../../db/orders.ts';
import { findSubscription } from '../../db/subscriptions.ts';
import { createDatabase } from '../support/database.ts';
import { orderInput } from '../support/order-input.ts';
import { receiptOf } from '../support/vendor-receipt.ts';

const now = () => new Date('2026-11-24T10:00:00Z');
const open: (() => Promise<void>)[] = [];
let database: Database;
let orderId: string;
let calls: string[];

beforeEach(async () => {
  const owned = await createDatabase();
  database = openDatabase(owned.url);
  const opened = database;
  open.push(async () => {
    await opened.close();
    await owned.drop();
  });
  const input = orderInput();
  await createDecideOrder({ database, now })(input);
  orderId = input.orderId;
  calls = [];
});
afterAll(async () => {
  for (const close of open) await close();
});

const operation = (quantity = 6): VendorOperation => ({
  key: `${orderId}:changeQuantity`,
  subscriptionId: 'vendor-sub-hana-av',
  operation: 'changeQuantity',
  quantity,
});

/** A vendor that applies what it is asked and has nothing applied before, unless said otherwise; each call is written down. */
function vendor(acts: Partial<Provisioner> = {}): Provisioner {
  const noted =
    <T extends unknown[], R>(name: string, act: (...given: T) => Promise<R>) =>
    (...given: T) => {
      calls.push(name);
      return act(...given);
    };
  return {
    apply: noted('apply', acts.apply ?? (async (asked) => receiptOf(asked))),
    lookUp: noted('lookUp', acts.lookUp ?? (async () => undefined)),
    voidKey: noted('voidKey', acts.voidKey ?? (async () => 'voided' as const)),
    details: noted('details', acts.details ?? (async () => undefined)),
  };
}

const refuse = async () => {
  throw new VendorRefused('CONTRACT_FROZEN', 'The contract is frozen.');
};

/** Nothing is found the first time it is looked up, and the operation from then on. */
function landsLate(found: VendorOperation): Provisioner['lookUp'] {
  let looked = 0;
  return async () => (looked++ === 0 ? undefined : receiptOf(found));
}

const provision = (provisioner: Provisioner, { attempt = 1, firstRun = true } = {}) =>
  new MockActivityEnvironment(
    { attempt, workflowExecution: { workflowId: 'order', runId: 'run-1' } },
    { logger: new DefaultLogger('ERROR') },
  ).run(createProvision({ database, now, provisioner }), {
    tenant: 'acme',
    orderId,
    resumed: false,
    firstRunId: firstRun ? 'run-1' : 'run-0',
  });

const stored = () => asTenant(database, 'changeover_api', 'acme', (transaction) => findOrder(transaction, orderId));
const subscription = () =>
  asTenant(database, 'changeover_api', 'acme', (transaction) => findSubscription(transaction, 'sub-hana-av'));

describe('the first attempt of the first run', () => {
  it('asks the vendor once, without looking up, and records the new total with the outcome', async () => {
    expect(await provision(vendor())).toEqual({ state: 'completed', acknowledgement: 'awaiting' });
    expect(calls).toEqual(['apply']);
    expect(await subscription()).toMatchObject({ quantity: 6, version: 2 });
  });

  it('keeps what the person will be shown, with its hash', async () => {
    await provision(vendor());
    const order = await stored();
    const { title, text } = order?.notice ?? { title: '', text: '' };
    expect(text).toBe(
      'Managed Host-based Security: Anti-Virus changed from 5 agents to 6 agents in total, effective 2026-11-24.',
    );
    expect(order?.noticeHash).toBe(createHash('sha256').update(`${title}\n${text}`).digest('hex'));
  });

  it('that is refused ends the order failed, with the reason, and leaves the subscription alone', async () => {
    expect(await provision(vendor({ apply: refuse }))).toEqual({ state: 'failed', acknowledgement: 'awaiting' });
    expect(calls).toEqual(['apply', 'voidKey']);
    expect(await stored()).toMatchObject({ failureCode: 'CONTRACT_FROZEN', notice: { title: 'Quantity not changed' } });
    expect(await subscription()).toMatchObject({ quantity: 5, version: 1 });
  });

  it('with an unknown outcome fails and leaves the order at work', async () => {
    const apply = async () => {
      throw new VendorUnavailable('no answer');
    };
    await expect(provision(vendor({ apply }))).rejects.toThrow('no answer');
    expect(await stored()).toMatchObject({ state: 'inProgress', acknowledgement: 'notRequired' });
  });

  it('at a busy vendor comes back when the vendor says', async () => {
    const apply = async () => {
      throw new VendorBusy('too many calls', 90_000);
    };
    await expect(provision(vendor({ apply }))).rejects.toMatchObject({ type: 'VendorBusy', nextRetryDelay: 90_000 });
  });
});

describe.each([
  { which: 'a second attempt', attempt: 2, firstRun: true },
  { which: 'the first attempt of a later run', attempt: 1, firstRun: false },
])('$which', (repeat) => {
  it('looks up first, and asks only for what is not applied', async () => {
    await provision(vendor(), repeat);
    expect(calls).toEqual(['lookUp', 'apply']);
  });

  it('takes what is applied as done, and asks for nothing', async () => {
    expect(await provision(vendor({ lookUp: async () => receiptOf(operation()) }), repeat)).toMatchObject({
      state: 'completed',
    });
    expect(calls).toEqual(['lookUp']);
  });

  it('does not take a receipt for another quantity as its own', async () => {
    await provision(vendor({ lookUp: async () => receiptOf(operation(60)) }), repeat);
    expect(calls).toEqual(['lookUp', 'apply']);
  });

  it('that is refused makes the key void before the order fails', async () => {
    expect(await provision(vendor({ apply: refuse }), repeat)).toMatchObject({ state: 'failed' });
    expect(calls).toEqual(['lookUp', 'apply', 'voidKey']);
  });

  it('that is refused although an earlier one had got through completes the order', async () => {
    const acts = { apply: refuse, lookUp: landsLate(operation()), voidKey: async () => 'alreadyApplied' as const };
    expect(await provision(vendor(acts), repeat)).toMatchObject({ state: 'completed' });
    expect(await subscription()).toMatchObject({ quantity: 6 });
  });

  it('does not complete the order with what is applied under its key for another quantity', async () => {
    const other = operation(60);
    const acts = { apply: refuse, lookUp: landsLate(other), voidKey: async () => 'alreadyApplied' as const };
    await expect(provision(vendor(acts), repeat)).rejects.toThrow(/Something else is applied/);
    expect(await stored()).toMatchObject({ state: 'inProgress' });
    expect(await subscription()).toMatchObject({ quantity: 5, version: 1 });
  });
});

describe('an attempt that comes too late', () => {
  it('finds the order over, calls nobody and changes nothing', async () => {
    await provision(vendor());
    const before = await stored();
    calls = [];
    expect(await provision(vendor(), { attempt: 2 })).toEqual({ state: 'completed', acknowledgement: 'awaiting' });
    expect(calls).toEqual([]);
    expect(await stored()).toEqual(before);
  });

  it('even when two of them record at the same time, changes the subscription once', async () => {
    const both = await Promise.all([provision(vendor()), provision(vendor(), { attempt: 2 })]);
    expect(both).toEqual([
      { state: 'completed', acknowledgement: 'awaiting' },
      { state: 'completed', acknowledgement: 'awaiting' },
    ]);
    expect(await subscription()).toMatchObject({ quantity: 6, version: 2 });
  });
});
