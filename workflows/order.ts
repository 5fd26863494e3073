import {
  allHandlersFinished,
  CancellationScope,
  condition,
  proxyActivities,
  proxyLocalActivities,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { OrderActivities, VendorActivities } from '../activities/index.ts';
import { statesToAcknowledge } from '../domain/order.ts';
import { atTheVendor, inOneTransaction } from './activity-options.ts';
import {
  type Acknowledgement,
  acknowledge,
  type OrderInput,
  type OrderStanding,
  submit,
  vendorTaskQueue,
} from './messages.ts';

const { decideOrder, recordAcknowledgement } = proxyLocalActivities<OrderActivities>(inOneTransaction);

/**
 * One order from its decision to the person's acknowledgement. Its steps are activities that are safe to repeat; where it
 * stands is read from Postgres, so after a reset, a restore or a reused key it goes on from the stored state. Temporal's own
 * cancellation is not a way to cancel an order and changes nothing: an accepted order is finished.
 */
export const orderWorkflow = (input: OrderInput): Promise<OrderStanding> =>
  CancellationScope.nonCancellable(() => run(input));

async function run(input: OrderInput): Promise<OrderStanding> {
  let standing: OrderStanding | undefined;
  let refusal: unknown;
  let recording = false;
  const enter = (next: OrderStanding): OrderStanding => {
    setCurrentDetails(details(input, next));
    standing = next;
    return next;
  };

  const verdict = async (): Promise<OrderStanding> => {
    await condition(() => standing !== undefined || refusal !== undefined);
    if (standing === undefined) throw refusal;
    return standing;
  };
  const record = async (by: Acknowledgement): Promise<OrderStanding> => {
    // The outcome is in Postgres, and so may be seen, a moment before this workflow hears of it. One at a time, because
    // local activities at the same time may be replayed in another order.
    await condition(() => refusal !== undefined || (standing !== undefined && hasOutcome(standing) && !recording));
    if (refusal !== undefined) throw refusal;
    recording = true;
    try {
      return enter(await recordAcknowledgement({ tenant: input.tenant, orderId: input.orderId, ...by }));
    } finally {
      recording = false;
    }
  };
  // Handlers run in the workflow's own scope, which Temporal's cancellation reaches.
  setHandler(submit, () => CancellationScope.nonCancellable(verdict));
  setHandler(acknowledge, (by: Acknowledgement) => CancellationScope.nonCancellable(() => record(by)));

  try {
    const { resumed, ...decided } = await decideOrder(input);
    enter(decided);
    if (decided.state === 'inProgress') enter(await provision(input, resumed));
  } catch (error) {
    refusal = error;
    await condition(allHandlersFinished);
    throw error;
  }

  await condition(() => standing?.acknowledgement !== 'awaiting');
  await condition(allHandlersFinished);
  return standing as OrderStanding;
}

/** The vendor's queue bounds how fast all workers together call it; people go before sweeps. */
function provision({ tenant, orderId, vendor }: OrderInput, resumed: boolean): Promise<OrderStanding> {
  const activities = proxyActivities<VendorActivities>({
    ...atTheVendor,
    taskQueue: vendorTaskQueue(vendor),
    priority: { priorityKey: 2 },
  });
  return activities.provision({ tenant, orderId, resumed, firstRunId: workflowInfo().firstExecutionRunId });
}

const hasOutcome = ({ state }: OrderStanding): boolean => (statesToAcknowledge as readonly string[]).includes(state);

/** Shown in Temporal's own pages, for operators. */
const details = ({ request, vendor }: OrderInput, { state, acknowledgement }: OrderStanding): string =>
  `**${state}**, acknowledgement ${acknowledgement}\n\n${request.type} of ${request.subscriptionId} at ${vendor}`;
