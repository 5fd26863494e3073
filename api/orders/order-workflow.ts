import { randomUUID } from 'node:crypto';
import {
  type Client,
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure, type UpdateDefinition } from '@temporalio/common';
import {
  type OrderInput,
  type OrderStanding,
  ordersTaskQueue,
  orderWorkflowId,
  orderWorkflowType,
  searchAttributes,
  submit,
} from '../../workflows/messages.ts';
import { Problem, temporarilyUnavailable } from '../problem.ts';
import type { ProblemCode } from '../problem-codes.ts';

/** How long a person waits for a verdict before being told to look again. */
const VERDICT_WITHIN_MS = 5_000;
const DESCRIBED_WITHIN_MS = 2_000;

/**
 * What came of starting an order's workflow. `decided`: the verdict should be in Postgres. `submitted`: it runs, but no worker
 * has decided yet. `failed`: it ended without a verdict, with a type of domain/failures.ts if it named one. `unknown`: it
 * may or may not have been started.
 */
export type Started =
  | { outcome: 'decided' | 'submitted' | 'unknown' }
  | { outcome: 'failed'; type: string | undefined };

/**
 * Starts an order's workflow, or attaches to the one that has its id, and waits for the rules' verdict. `anew` starts it once
 * more where it has ended: it then goes on from what is stored.
 */
export async function startOrder(temporal: Client, input: OrderInput, { anew = false } = {}): Promise<Started> {
  const { request, orderId } = input;
  // A purchase's own id becomes its subscription's.
  const subscriptionId = request.type === 'purchase' ? orderId : request.subscriptionId;
  const startWorkflowOperation = new WithStartWorkflowOperation(orderWorkflowType, {
    workflowId: orderWorkflowId(orderId),
    taskQueue: ordersTaskQueue,
    args: [input],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: anew ? 'ALLOW_DUPLICATE' : 'REJECT_DUPLICATE',
    memo: { requestHash: input.requestHash },
    typedSearchAttributes: [
      { key: searchAttributes.tenant, value: input.tenant },
      { key: searchAttributes.account, value: input.accountId },
      { key: searchAttributes.subscription, value: subscriptionId },
      { key: searchAttributes.orderType, value: request.type },
      { key: searchAttributes.vendor, value: input.vendor },
    ],
    staticSummary: `${request.type} of ${subscriptionId}`,
    // People go before sweeps.
    priority: { priorityKey: 2 },
  });
  // A run that has ended goes on answering the ids of its own updates, so another run needs another id.
  const updateId = anew ? `submit-${randomUUID()}` : 'submit';
  try {
    await temporal.withDeadline(Date.now() + VERDICT_WITHIN_MS, () =>
      temporal.workflow.executeUpdateWithStart(submit, { updateId, startWorkflowOperation }),
    );
    return { outcome: 'decided' };
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return { outcome: 'decided' };
    if (error instanceof WorkflowUpdateFailedError) return { outcome: 'failed', type: typeOf(error) };
    if (await submittedOrder(temporal, orderId)) return { outcome: 'submitted' };
    if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return { outcome: 'unknown' };
    throw error;
  }
}

/** The type of the failure that caused an error, however deep. */
function typeOf(error: unknown): string | undefined {
  if (error instanceof ApplicationFailure && error.type) return error.type;
  return error instanceof Error && error.cause !== undefined ? typeOf(error.cause) : undefined;
}

export type SubmittedOrder = { tenant: string; account: string; requestHash: unknown };

/** Whose a started order is that is not in Postgres yet; undefined when no such workflow is running. */
export async function submittedOrder(temporal: Client, orderId: string): Promise<SubmittedOrder | undefined> {
  try {
    const described = await temporal.withDeadline(Date.now() + DESCRIBED_WITHIN_MS, () =>
      temporal.workflow.getHandle(orderWorkflowId(orderId)).describe(),
    );
    const tenant = described.typedSearchAttributes.get(searchAttributes.tenant);
    const account = described.typedSearchAttributes.get(searchAttributes.account);
    if (described.status.name !== 'RUNNING' || tenant === undefined || account === undefined) return undefined;
    return { tenant, account, requestHash: described.memo?.requestHash };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw temporarilyUnavailable('The order engine cannot be reached now', { orderId });
  }
}

/**
 * Tells an order's workflow something that it answers. `workflowGone` when there is no open workflow to tell. Throws the problem
 * `refused` when the workflow does not take it, TEMPORARILY_UNAVAILABLE when nobody answers.
 */
export async function tellOrder<Told>(
  temporal: Client,
  orderId: string,
  update: UpdateDefinition<OrderStanding, [Told]>,
  told: Told,
  refused: ProblemCode,
): Promise<'told' | 'workflowGone'> {
  try {
    await temporal.withDeadline(Date.now() + VERDICT_WITHIN_MS, () =>
      temporal.workflow.getHandle(orderWorkflowId(orderId)).executeUpdate(update, { args: [told] }),
    );
    return 'told';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'workflowGone';
    if (error instanceof WorkflowUpdateFailedError) {
      // What somebody else told it may have ended the workflow with this waiting in it.
      if (typeOf(error) === 'AcceptedUpdateCompletedWorkflow') return 'workflowGone';
      throw new Problem(refused, { orderId });
    }
    throw temporarilyUnavailable('It could not be recorded now', { orderId });
  }
}
