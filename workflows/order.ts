import { CancellationScope, setHandler } from '@temporalio/workflow';
import { acknowledge, cancel, type OrderInput, type OrderStanding, repair, submit, waive } from './messages.ts';
import { OrderRun } from './order-run.ts';

/**
 * One order from its decision to the person's acknowledgement. Its steps are activities that are safe to repeat; where it
 * stands is read from Postgres, so after a reset, a restore or a reused key it goes on from the stored state. Temporal's own
 * cancellation is not a way to cancel an order and changes nothing: an accepted order is finished.
 */
export function orderWorkflow(input: OrderInput): Promise<OrderStanding> {
  const run = new OrderRun(input);
  // Handlers run in the workflow's own scope, which Temporal's cancellation reaches.
  setHandler(submit, () => CancellationScope.nonCancellable(() => run.verdict()));
  setHandler(repair, (by) => CancellationScope.nonCancellable(() => run.repair(by)));
  setHandler(cancel, (by) => CancellationScope.nonCancellable(() => run.takeBack(by)));
  setHandler(acknowledge, (by) => CancellationScope.nonCancellable(() => run.acknowledge(by)));
  setHandler(waive, (by) => CancellationScope.nonCancellable(() => run.waive(by)));
  return CancellationScope.nonCancellable(() => run.untilSeen());
}
