import { tmpdir } from 'node:os';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { inject } from 'vitest';
import { createOrderActivities, createVendorActivities } from '../../activities/index.ts';
import type { Provisioner } from '../../activities/vendor/provisioner.ts';
import { dateIn } from '../../business-time.ts';
import { asTenant, type Database, openDatabase } from '../../db/client.ts';
import { findOrder, type OrderRow } from '../../db/orders.ts';
import { findSubscription, type SubscriptionRow } from '../../db/subscriptions.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { resolveTemporalServer } from '../../sandbox/temporal-server/resolve.ts';
import {
  acknowledge,
  cancel,
  type OrderInput,
  ordersTaskQueue,
  orderWorkflowId,
  orderWorkflowType,
  submit,
  vendorTaskQueue,
} from '../../workflows/messages.ts';
import { createDatabase } from './database.ts';
import { quietRuntime } from './quiet-runtime.ts';

quietRuntime();

export type SkippedTime = Awaited<ReturnType<typeof startSkippedTime>>;

/**
 * Orders with their real activities and a database of their own, on a Temporal server whose time passes when a test sleeps. The
 * activities' clock is that server's; it starts at the present instant.
 */
export async function startSkippedTime({ vendor, provisioner }: { vendor: string; provisioner: Provisioner }) {
  const { path } = await resolveTemporalServer({ kind: 'test-server', dataDir: tmpdir() });
  const [owned, environment] = await Promise.all([
    createDatabase(),
    TestWorkflowEnvironment.createTimeSkipping({ server: { executable: { type: 'existing-path', path } } }),
  ]);
  const database = openDatabase(owned.url);
  const workers = await workersOn(environment, database, { vendor, provisioner });
  const runs = Promise.all(workers.map((worker) => worker.run()));
  const now = async () => new Date(await environment.currentTimeMs());
  const asReader = <T>(work: Parameters<typeof asTenant<T>>[3]) => asTenant(database, 'changeover_api', 'acme', work);

  return {
    database,
    now,
    today: async (timeZone: string): Promise<PlainDate> => dateIn(timeZone, await now()),
    sleep: (ms: number) => environment.sleep(ms),
    /** Time passes until an instant, and a little more. */
    sleepUntil: async (instant: Date) =>
      environment.sleep(instant.getTime() - (await environment.currentTimeMs()) + 1_000),
    /** Starts an order, and waits for its verdict. */
    async submit(input: OrderInput) {
      const handle = await environment.client.workflow.start(orderWorkflowType, {
        workflowId: orderWorkflowId(input.orderId),
        taskQueue: ordersTaskQueue,
        args: [input],
      });
      return {
        verdict: await handle.executeUpdate(submit),
        cancel: () => handle.executeUpdate(cancel, { args: [{ subject: 'hana', reason: 'Not needed any more' }] }),
        acknowledge: (noticeHash: string) =>
          handle.executeUpdate(acknowledge, { args: [{ subject: 'hana', channel: 'web', noticeHash }] }),
        status: async () => (await handle.describe()).status.name,
        result: () => handle.result(),
      };
    },
    async order(orderId: string): Promise<OrderRow> {
      const row = await asReader((transaction) => findOrder(transaction, orderId));
      if (!row) throw new Error(`There is no order ${orderId}`);
      return row;
    },
    async subscription(subscriptionId: string): Promise<SubscriptionRow> {
      const row = await asReader((transaction) => findSubscription(transaction, subscriptionId));
      if (!row) throw new Error(`There is no subscription ${subscriptionId}`);
      return row;
    },
    async close() {
      for (const worker of workers) worker.shutdown();
      await runs;
      await Promise.all([environment.teardown(), database.close()]);
      await owned.drop();
    },
  };
}

function workersOn(
  environment: TestWorkflowEnvironment,
  database: Database,
  { vendor, provisioner }: { vendor: string; provisioner: Provisioner },
): Promise<Worker[]> {
  const dependencies = (now: Date) => ({ database, provisioner, now: () => now });
  const common = {
    connection: environment.nativeConnection,
    ...(environment.namespace && { namespace: environment.namespace }),
  };
  return Promise.all([
    Worker.create({
      ...common,
      taskQueue: ordersTaskQueue,
      workflowBundle: { codePath: inject('workflowBundle') },
      activities: byTheServersClock(environment, (now) => createOrderActivities(dependencies(now))),
    }),
    Worker.create({
      ...common,
      taskQueue: vendorTaskQueue(vendor),
      activities: byTheServersClock(environment, (now) => createVendorActivities(dependencies(now))),
    }),
  ]);
}

type Activities = { [name: string]: (input: never) => Promise<unknown> };

/** The activities, each made anew for the instant at which it is called. */
function byTheServersClock<T extends Activities>(environment: TestWorkflowEnvironment, createAt: (now: Date) => T): T {
  const act = (name: string) => async (input: never) => {
    const activities = createAt(new Date(await environment.currentTimeMs()));
    return activities[name]?.(input);
  };
  return Object.fromEntries(Object.keys(createAt(new Date(0))).map((name) => [name, act(name)])) as T;
}
