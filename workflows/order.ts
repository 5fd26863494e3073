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
  type Cancellation,
  cancel,
  type OrderInput,
  type OrderStanding,
  submit,
  vendorTaskQueue,
} from './messages.ts';

const { beginOrder, cancelOrder, decideOrder, recordAcknowledgement } =
  proxyLocalActivities<OrderActivities>(inOneTransaction);

/**
 * One order from its decision to the person's acknowledgement. Its steps are activities that are safe to repeat; where it
 * stands is read from Postgres, so after a reset, a restore or a reused key it goes on from the stored state. Temporal's own
 * cancellation is not a way to cancel an order and changes nothing: an accepted order is finished.
 */
export const orderWorkflow = (input: OrderInput): Promise<OrderStanding> =>
  CancellationScope.nonCancellable(() => run(input));

/** How long an order whose day has come waits for its turn, in milliseconds: twice as long each time. */
const FIRST_TURN_MS = 15_000;
const LATEST_TURN_MS = 600_000;

async function run(input: OrderInput): Promise<OrderStanding> {
  let standing: OrderStanding | undefined;
  let refusal: unknown;
  let recording = false;
  const enter = (next: OrderStanding): OrderStanding => {
    setCurrentDetails(details(input, next));
    standing = next;
    return next;
  };

  // One at a time, because local activities at the same time may be replayed in another order.
  const inTurn = async (step: () => Promise<OrderStanding>): Promise<OrderStanding> => {
    while (recording) await condition(() => !recording);
    recording = true;
    try {
      return enter(await step());
    } finally {
      recording = false;
    }
  };

  const verdict = async (): Promise<OrderStanding> => {
    await condition(() => standing !== undefined || refusal !== undefined);
    if (standing === undefined) throw refusal;
    return standing;
  };
  const record = async (by: Acknowledgement): Promise<OrderStanding> => {
    // The outcome is in Postgres, and so may be seen, a moment before this workflow hears of it.
    await condition(() => refusal !== undefined || (standing !== undefined && hasOutcome(standing)));
    if (refusal !== undefined) throw refusal;
    return inTurn(() => recordAcknowledgement({ tenant: input.tenant, orderId: input.orderId, ...by }));
  };
  /** A scheduled order sleeps until its day, and then asks for its turn; it may be taken back meanwhile. */
  const untilItsDay = async (): Promise<void> => {
    let turns = 0;
    while (standing?.state === 'scheduled') {
      const days = standing.nextAt === undefined ? 0 : Date.parse(standing.nextAt) - Date.now();
      const ms = days > 0 ? days : Math.min(FIRST_TURN_MS * 2 ** turns++, LATEST_TURN_MS);
      if (days > 0 || turns > 1) await condition(() => standing?.state !== 'scheduled', ms);
      if (standing?.state === 'scheduled') {
        await inTurn(() => beginOrder({ tenant: input.tenant, orderId: input.orderId }));
      }
    }
  };
  const takeBack = async (by: Cancellation): Promise<OrderStanding> => {
    await condition(() => standing !== undefined || refusal !== undefined);
    if (refusal !== undefined) throw refusal;
    return inTurn(() => cancelOrder({ tenant: input.tenant, orderId: input.orderId, ...by }));
  };
  // Handlers run in the workflow's own scope, which Temporal's cancellation reaches.
  setHandler(submit, () => CancellationScope.nonCancellable(verdict));
  setHandler(cancel, (by: Cancellation) => CancellationScope.nonCancellable(() => takeBack(by)));
  setHandler(acknowledge, (by: Acknowledgement) => CancellationScope.nonCancellable(() => record(by)));

  try {
    const { resumed, ...decided } = await decideOrder(input);
    enter(decided);
    await untilItsDay();
    if (standing?.state === 'inProgress') enter(await provision(input, resumed));
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
  `**${state}**, acknowledgement ${acknowledgement}\n\n${request.type} of ${subjectOf(request)} at ${vendor}`;

const subjectOf = (request: OrderInput['request']): string =>
  request.type === 'purchase' ? request.productId : request.subscriptionId;
