import { activityInfo, Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { asTenant } from '../db/client.ts';
import { findOrder } from '../db/orders.ts';
import { findSubscription } from '../db/subscriptions.ts';
import { ORDER_NOT_FOUND } from '../domain/failures.ts';
import type { OrderStanding } from '../workflows/messages.ts';
import { type CarriedOut, carryOut } from './carry-out.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { withHeartbeat } from './heartbeat.ts';
import { recordCompletion, recordFailure, recordHold } from './record-outcome.ts';
import { standing } from './standing.ts';
import type { Provisioner } from './vendor/provisioner.ts';
import { operationsOf } from './vendor-operations.ts';

export type ProvisionInput = {
  tenant: string;
  orderId: string;
  /** The order had been decided before this workflow: then even the first attempt may be a repeat. */
  resumed: boolean;
  /** The first run of the workflow; in any other run, as after a reset, even the first attempt may be a repeat. */
  firstRunId: string;
};

export const createProvision = (dependencies: ActivityDependencies & { provisioner: Provisioner }) =>
  /**
   * Has the vendor carry out the order and, as its last act, records the outcome with the subscription's change in one
   * transaction. Any unknown outcome fails the attempt; the next one asks the vendor before it repeats anything.
   */
  async function provision(input: ProvisionInput): Promise<OrderStanding> {
    return withHeartbeat(() => carryOutAndRecord(dependencies, input));
  };

async function carryOutAndRecord(
  { database, now, provisioner }: ActivityDependencies & { provisioner: Provisioner },
  { tenant, orderId, resumed, firstRunId }: ProvisionInput,
): Promise<OrderStanding> {
  const found = await asTenant(database, 'changeover_worker', tenant, async (transaction) => {
    const order = await findOrder(transaction, orderId);
    const subscription = order && (await findSubscription(transaction, order.subscriptionId));
    return order && subscription && { order, subscription };
  });
  if (!found) throw ApplicationFailure.nonRetryable(`There is no order ${orderId}`, ORDER_NOT_FOUND);
  if (found.order.state !== 'inProgress') return standing(found.order);

  const { attempt, workflowExecution } = activityInfo();
  const signal = Context.current().cancellationSignal;
  const result = await carryOut(provisioner, operationsOf(found.order, found.subscription), {
    mayHaveHappened: resumed || attempt > 1 || workflowExecution?.runId !== firstRunId,
    call: { signal },
  });
  // An attempt that Temporal has given up has a successor, which may have found out more.
  signal.throwIfAborted();
  return recorded(database, { tenant, orderId, at: now() }, result);
}

function recorded(
  database: ActivityDependencies['database'],
  of: { tenant: string; orderId: string; at: Date },
  result: CarriedOut,
): Promise<OrderStanding> {
  switch (result.outcome) {
    case 'applied':
      return recordCompletion(database, { ...of, receipts: result.receipts });
    case 'refused':
      return recordFailure(database, { ...of, code: result.refusal.code, message: result.refusal.message });
    case 'stuck':
      return recordHold(database, {
        ...of,
        code: 'NOT_UNDONE',
        message: `${result.left} is left: ${result.refusal.message}`,
      });
  }
}
