import { randomUUID } from 'node:crypto';
import {
  type Client,
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import {
  type Acknowledgement,
  acknowledge,
  type OrderInput,
  ordersTaskQueue,
  orderWorkflowId,
  orderWorkflowType,
  searchAttributes,
  submit,
} from '../../workflows/messages.ts';
import { Problem, temporarilyUnavailable } from '../problem.ts';

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
  const startWorkflowOperation = new WithStartWorkflowOperation(orderWorkflowType, {
    workflowId: orderWorkflowId(input.orderId),
    taskQueue: ordersTaskQueue,
    args: [input],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: anew ? 'ALLOW_DUPLICATE' : 'REJECT_DUPLICATE',
    memo: { requestHash: input.requestHash },
    typedSearchAttributes: [
      { key: searchAttributes.tenant, value: input.tenant },
      { key: searchAttributes.account, value: input.accountId },
      { key: searchAttributes.subscription, value: input.request.subscriptionId },
      { key: searchAttributes.orderType, value: input.request.type },
      { key: searchAttributes.vendor, value: input.vendor },
    ],
    staticSummary: `${input.request.type} of ${input.request.subscriptionId}`,
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
    if (await submittedOrder(temporal, input.orderId)) return { outcome: 'submitted' };
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
 * Tells an order's workflow that a person has seen its outcome. `workflowGone` when there is no open workflow to tell.
 * Throws ORDER_NOT_FINISHED when another outcome was shown, TEMPORARILY_UNAVAILABLE when nobody answers.
 */
export async function tellAcknowledged(
  temporal: Client,
  orderId: string,
  by: Acknowledgement,
): Promise<'recorded' | 'workflowGone'> {
  try {
    await temporal.withDeadline(Date.now() + VERDICT_WITHIN_MS, () =>
      temporal.workflow.getHandle(orderWorkflowId(orderId)).executeUpdate(acknowledge, { args: [by] }),
    );
    return 'recorded';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'workflowGone';
    if (error instanceof WorkflowUpdateFailedError) {
      // Somebody else's acknowledgement may have ended the workflow with this one waiting in it.
      if (typeOf(error) === 'AcceptedUpdateCompletedWorkflow') return 'workflowGone';
      throw new Problem('ORDER_NOT_FINISHED');
    }
    throw temporarilyUnavailable('The acknowledgement could not be recorded now', { orderId });
  }
}
