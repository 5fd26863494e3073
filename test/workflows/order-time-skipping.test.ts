import { tmpdir } from 'node:os';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { ApplicationFailure } from '@temporalio/workflow';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { DecideOrderResult } from '../../activities/decide-order.ts';
import type { ProvisionInput } from '../../activities/provision.ts';
import type { WithdrawInput } from '../../activities/withdraw.ts';
import { resolveTemporalServer } from '../../sandbox/temporal-server/resolve.ts';
import {
  acknowledge,
  type OrderStanding,
  ordersTaskQueue,
  orderWorkflowId,
  orderWorkflowType,
  type Repair,
  repair,
  submit,
  vendorTaskQueue,
} from '../../workflows/messages.ts';
import { orderInput } from '../support/order-input.ts';
import { quietRuntime } from '../support/quiet-runtime.ts';

quietRuntime();

let environment: TestWorkflowEnvironment;
beforeAll(async () => {
  const { path } = await resolveTemporalServer({ kind: 'test-server', dataDir: tmpdir() });
  environment = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
});
afterAll(() => environment?.teardown());

type Acts = {
  decideOrder(): Promise<DecideOrderResult>;
  provision(input: ProvisionInput): Promise<OrderStanding>;
  recordAcknowledgement(by: { subject: string; noticeHash: string }): Promise<OrderStanding>;
  repairOrder(by: Repair): Promise<OrderStanding>;
  withdraw(by: WithdrawInput): Promise<OrderStanding>;
};

const accepted: DecideOrderResult = { state: 'inProgress', acknowledgement: 'notRequired', resumed: false };
const atWork: OrderStanding = { state: 'inProgress', acknowledgement: 'notRequired' };
const completed: OrderStanding = { state: 'completed', acknowledgement: 'awaiting' };
const aborted: OrderStanding = { state: 'failed', acknowledgement: 'awaiting' };
const held: OrderStanding = { state: 'held', acknowledgement: 'notRequired' };
const acknowledged: OrderStanding = { state: 'completed', acknowledgement: 'acknowledged' };

/** Runs one order with activities that succeed, unless said otherwise; `calls` has what was done, in order. */
async function withOrder<T>(
  acts: Partial<Acts>,
  work: (order: ReturnType<typeof orderOn>, calls: string[]) => Promise<T>,
): Promise<T> {
  const calls: string[] = [];
  const noted = <A extends unknown[], R>(name: string, act: (...given: A) => Promise<R>) => {
    return (...given: A) => {
      calls.push(name);
      return act(...given);
    };
  };
  const { connection, namespace } = { connection: environment.nativeConnection, namespace: environment.namespace };
  const input = orderInput();
  const orders = await Worker.create({
    connection,
    ...(namespace && { namespace }),
    taskQueue: ordersTaskQueue,
    workflowBundle: { codePath: inject('workflowBundle') },
    activities: {
      decideOrder: noted('decideOrder', acts.decideOrder ?? (async () => accepted)),
      recordAcknowledgement: noted('recordAcknowledgement', acts.recordAcknowledgement ?? (async () => acknowledged)),
      repairOrder: noted('repairOrder', acts.repairOrder ?? (async () => atWork)),
    },
  });
  const vendor = await Worker.create({
    connection,
    ...(namespace && { namespace }),
    taskQueue: vendorTaskQueue(input.vendor),
    activities: {
      provision: noted('provision', acts.provision ?? (async () => completed)),
      withdraw: noted('withdraw', acts.withdraw ?? (async () => aborted)),
    },
  });
  const handle = await environment.client.workflow.start(orderWorkflowType, {
    workflowId: orderWorkflowId(input.orderId),
    taskQueue: ordersTaskQueue,
    args: [input],
  });
  return orders.runUntil(vendor.runUntil(work(orderOn(handle), calls)));
}

type Handle = Awaited<ReturnType<TestWorkflowEnvironment['client']['workflow']['start']>>;

const orderOn = (handle: Handle) => ({
  verdict: () => handle.executeUpdate(submit),
  acknowledge: () =>
    handle.executeUpdate(acknowledge, { args: [{ subject: 'hana', channel: 'web', noticeHash: 'hash' }] }),
  repair: (verb: Repair['verb']) =>
    handle.executeUpdate(repair, { args: [{ subject: 'oscar', reason: 'Seen to at the vendor', verb }] }),
  result: () => handle.result(),
  status: async () => (await handle.describe()).status.name,
  events: async () => (await handle.fetchHistory()).events ?? [],
});

describe('an order whose outcome nobody acknowledges', () => {
  it('stays open for a year without a timer or any other event, and can be acknowledged then', async () => {
    await withOrder({}, async (order, calls) => {
      await order.verdict();
      await expect.poll(() => calls).toEqual(['decideOrder', 'provision']);
      await expect.poll(async () => (await order.events()).at(-1)?.workflowTaskCompletedEventAttributes).toBeTruthy();
      const before = await order.events();
      await environment.sleep('365 days');
      expect(await order.status()).toBe('RUNNING');
      expect(await order.events()).toHaveLength(before.length);
      expect(before.filter(({ timerStartedEventAttributes }) => timerStartedEventAttributes)).toEqual([]);
      expect(await order.acknowledge()).toEqual(acknowledged);
      expect(await order.result()).toEqual(acknowledged);
    });
  });
});

describe('a vendor in trouble for hours', () => {
  it('is tried again every half minute at the most, and the order completes when it is back', async () => {
    const attempts: number[] = [];
    let clock = 0;
    const provision = async () => {
      attempts.push(await environment.currentTimeMs());
      if (attempts.length === 1) clock = attempts[0] ?? 0;
      if ((attempts.at(-1) ?? 0) - clock < 2 * 3_600_000) throw new Error('the vendor is down');
      return completed;
    };
    await withOrder({ provision }, async (order) => {
      await order.verdict();
      await environment.sleep('3 hours');
      await order.acknowledge();
      expect(await order.result()).toEqual(acknowledged);
    });
    const waits = attempts.slice(1).map((at, n) => at - (attempts[n] ?? 0));
    for (const [n, seconds] of [1, 2, 4, 8, 16, 30, 30, 30].entries()) {
      // What an attempt itself takes comes on top.
      expect(waits[n], `wait ${n}`).toBeGreaterThan(seconds * 999);
      expect(waits[n], `wait ${n}`).toBeLessThan(seconds * 2_000);
    }
    expect(attempts.length).toBeGreaterThan(200);
  });
});

describe('the verdict', () => {
  it('is answered before the vendor has done anything', async () => {
    let finish = () => {};
    const vendorDone = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const provision = async () => {
      await vendorDone;
      return completed;
    };
    await withOrder({ provision }, async (order) => {
      expect(await order.verdict()).toEqual({ state: 'inProgress', acknowledgement: 'notRequired' });
      finish();
      await order.acknowledge();
      await order.result();
    });
  });

  it('of a subscription that has gone away is a failure, and the order ends with it', async () => {
    const decideOrder = async () => {
      throw ApplicationFailure.nonRetryable('There is no such subscription', 'SubscriptionNotFound');
    };
    await withOrder({ decideOrder }, async (order, calls) => {
      await expect(order.result()).rejects.toThrow();
      expect(await order.status()).toBe('FAILED');
      expect(calls).toEqual(['decideOrder']);
    });
  });

  it('that rejects ends the order without a call to the vendor', async () => {
    const rejected: DecideOrderResult = { state: 'rejected', acknowledgement: 'notRequired', resumed: false };
    await withOrder({ decideOrder: async () => rejected }, async (order, calls) => {
      expect(await order.result()).toEqual({ state: 'rejected', acknowledgement: 'notRequired' });
      expect(calls).toEqual(['decideOrder']);
    });
  });
});

describe('an order found decided before', () => {
  it.each([
    {
      stored: { state: 'inProgress', acknowledgement: 'notRequired' },
      does: ['decideOrder', 'provision', 'recordAcknowledgement'],
    },
    { stored: { state: 'completed', acknowledgement: 'awaiting' }, does: ['decideOrder', 'recordAcknowledgement'] },
  ] as const)('as $stored.state goes on from there', async ({ stored, does }) => {
    const provision = async ({ resumed }: ProvisionInput) => {
      expect(resumed).toBe(true);
      return completed;
    };
    await withOrder({ decideOrder: async () => ({ ...stored, resumed: true }), provision }, async (order, calls) => {
      await order.verdict();
      await order.acknowledge();
      await order.result();
      expect(calls).toEqual(does);
    });
  });

  it('as acknowledged ends at once', async () => {
    await withOrder({ decideOrder: async () => ({ ...acknowledged, resumed: true }) }, async (order, calls) => {
      expect(await order.result()).toEqual(acknowledged);
      expect(calls).toEqual(['decideOrder']);
    });
  });
});

describe('an acknowledgement that is there before the workflow has heard of the outcome', () => {
  it('waits for it, and is recorded after it', async () => {
    let finish = () => {};
    const vendorDone = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const provision = async () => {
      await vendorDone;
      return completed;
    };
    await withOrder({ provision }, async (order, calls) => {
      await order.verdict();
      const early = order.acknowledge();
      await expect
        .poll(async () => (await order.events()).filter((e) => e.workflowExecutionUpdateAcceptedEventAttributes).length)
        .toBe(2);
      expect(calls).not.toContain('recordAcknowledgement');
      finish();
      expect(await early).toEqual(acknowledged);
      expect(calls).toEqual(['decideOrder', 'provision', 'recordAcknowledgement']);
      await order.result();
    });
  });
});

describe('a held order', () => {
  /** A vendor activity whose first result is a hold, which comes when it is let go; the next completes the order. */
  function holding() {
    let letGo = () => {};
    const released = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let attempts = 0;
    const provision = async ({ resumed }: ProvisionInput) => {
      attempts += 1;
      if (attempts > 1) expect(resumed).toBe(true);
      else await released;
      return attempts === 1 ? held : completed;
    };
    return { provision, letGo };
  }

  it('waits for an operator without a timer, and is tried again as what may have happened before', async () => {
    const { provision, letGo } = holding();
    letGo();
    await withOrder({ provision }, async (order, calls) => {
      await order.verdict();
      await expect.poll(() => calls).toEqual(['decideOrder', 'provision']);
      await environment.sleep('90 days');
      expect(await order.status()).toBe('RUNNING');
      expect((await order.events()).filter(({ timerStartedEventAttributes }) => timerStartedEventAttributes)).toEqual(
        [],
      );
      expect(await order.repair('retry')).toEqual(atWork);
      await order.acknowledge();
      expect(await order.result()).toEqual(acknowledged);
      expect(calls).toEqual(['decideOrder', 'provision', 'repairOrder', 'provision', 'recordAcknowledgement']);
    });
  });

  it.each([
    { verb: 'retry', does: ['repairOrder', 'provision'], repairOrder: async () => atWork },
    { verb: 'skip', does: ['repairOrder'], repairOrder: async () => completed },
    { verb: 'abort', does: ['withdraw'], repairOrder: async () => atWork },
  ] as const)(
    'that is repaired ($verb) before the workflow has heard of the hold is repaired after it',
    async (case_) => {
      const { provision, letGo } = holding();
      await withOrder({ provision, repairOrder: case_.repairOrder }, async (order, calls) => {
        await order.verdict();
        await expect.poll(() => calls).toEqual(['decideOrder', 'provision']);
        const early = order.repair(case_.verb);
        await expect
          .poll(
            async () => (await order.events()).filter((e) => e.workflowExecutionUpdateAcceptedEventAttributes).length,
          )
          .toBe(2);
        letGo();
        await early;
        await order.acknowledge();
        await order.result();
        expect(calls).toEqual(['decideOrder', 'provision', ...case_.does, 'recordAcknowledgement']);
      });
    },
  );
});
