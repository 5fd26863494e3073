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
 * Starts an order's workflow, or attaches to the one that has its id, and waits for the rules' verdict: afterwards it is in
 * Postgres. `submitted` when there is none yet, because no worker has taken it up; the workflow is then running and will
 * decide. Throws SUBSCRIPTION_NOT_FOUND, and TEMPORARILY_UNAVAILABLE when it is not even known whether it was started.
 */
export async function startOrder(temporal: Client, input: OrderInput): Promise<'decided' | 'submitted'> {
  const startWorkflowOperation = new WithStartWorkflowOperation(orderWorkflowType, {
    workflowId: orderWorkflowId(input.orderId),
    taskQueue: ordersTaskQueue,
    args: [input],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
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
  try {
    await temporal.withDeadline(Date.now() + VERDICT_WITHIN_MS, () =>
      temporal.workflow.executeUpdateWithStart(submit, { updateId: 'submit', startWorkflowOperation }),
    );
    return 'decided';
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return 'decided';
    if (error instanceof WorkflowUpdateFailedError) {
      // The only thing the update fails with: the subscription went away between the API's look and the decision.
      throw new Problem('SUBSCRIPTION_NOT_FOUND');
    }
    if (await submittedOrder(temporal, input.orderId)) return 'submitted';
    throw error instanceof WorkflowUpdateRPCTimeoutOrCancelledError ? orderUnknown(input.orderId) : error;
  }
}

const orderUnknown = (orderId: string) =>
  temporarilyUnavailable('The order may or may not have been taken', { orderId });

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
      if (error.cause instanceof ApplicationFailure && error.cause.type === 'AcceptedUpdateCompletedWorkflow') {
        return 'workflowGone';
      }
      throw new Problem('ORDER_NOT_FINISHED');
    }
    throw temporarilyUnavailable('The acknowledgement could not be recorded now', { orderId });
  }
}
