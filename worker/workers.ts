import { type NativeConnection, Worker, type WorkflowBundleOption } from '@temporalio/worker';
import type { ActivityDependencies } from '../activities/dependencies.ts';
import { createOrderActivities, createVendorActivities } from '../activities/index.ts';
import type { Provisioner } from '../activities/vendor/provisioner.ts';
import { ordersTaskQueue, vendorTaskQueue } from '../workflows/messages.ts';

/** How one vendor is called, and how often per second by all workers together. */
export type VendorConnection = { provisioner: Provisioner; callsPerSecond: number };

export type WorkersOptions = ActivityDependencies & {
  connection: NativeConnection;
  namespace: string;
  workflowBundle: WorkflowBundleOption;
  vendors: Readonly<Record<string, VendorConnection>>;
};

/** The workers of one process: one for workflows with their transactions, and one for each vendor's queue. */
export async function createWorkers({
  connection,
  namespace,
  workflowBundle,
  vendors,
  ...dependencies
}: WorkersOptions): Promise<Worker[]> {
  const orders = Worker.create({
    connection,
    namespace,
    taskQueue: ordersTaskQueue,
    workflowBundle,
    activities: createOrderActivities(dependencies),
    // An order that waits for its person costs nothing once evicted; the cache is for those on the move (about 1 MB each).
    maxCachedWorkflows: 300,
    maxConcurrentWorkflowTaskExecutions: 40,
    maxConcurrentLocalActivityExecutions: 20,
    ...gracefully,
  });
  const vendorWorkers = Object.entries(vendors).map(([vendor, { provisioner, callsPerSecond }]) =>
    Worker.create({
      connection,
      namespace,
      taskQueue: vendorTaskQueue(vendor),
      activities: createVendorActivities({ ...dependencies, provisioner }),
      // The server enforces it, so it must be the same in every process; the last to poll would win.
      maxTaskQueueActivitiesPerSecond: callsPerSecond,
      maxConcurrentActivityTaskExecutions: 50,
      // A heartbeat brings back that the order is being taken back, while somebody waits to hear that it was.
      maxHeartbeatThrottleInterval: '2s',
      ...gracefully,
    }),
  );
  return Promise.all([orders, ...vendorWorkers]);
}

/** A vendor call in flight may finish; what does not is found again by its key. */
const gracefully = { shutdownGraceTime: '10s', shutdownForceTime: '20s' } as const;
