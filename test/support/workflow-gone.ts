import { WorkflowNotFoundError } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import { expect } from 'vitest';
import { type OrderInput, ordersTaskQueue, orderWorkflowId, orderWorkflowType } from '../../workflows/messages.ts';
import type { Stack } from './stack.ts';

/** Whether Temporal still knows an order's workflow, open or closed. */
export async function workflowIsKnown({ temporal }: Stack, orderId: string): Promise<boolean> {
  try {
    await temporal.workflow.getHandle(orderWorkflowId(orderId)).describe();
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

/**
 * Makes Temporal forget an order's open workflow, as when its server was set up anew or an older backup was restored; gives
 * what it had been started with. (To forget a closed one takes the server half a minute.)
 */
export async function forgetWorkflow(stack: Stack, orderId: string): Promise<OrderInput> {
  const workflowId = orderWorkflowId(orderId);
  const { events } = await stack.temporal.workflow.getHandle(workflowId).fetchHistory();
  const [payload] = events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads ?? [];
  if (!payload) throw new Error(`The workflow of ${orderId} has no input`);
  await stack.temporal.workflowService.deleteWorkflowExecution({
    namespace: stack.namespace,
    workflowExecution: { workflowId },
  });
  await expect.poll(() => workflowIsKnown(stack, orderId)).toBe(false);
  return defaultPayloadConverter.fromPayload<OrderInput>(payload);
}

/** Starts an order's workflow once more, as an operator does whose Temporal has forgotten it. */
export const startAnew = ({ temporal }: Stack, input: OrderInput) =>
  temporal.workflow.start(orderWorkflowType, {
    workflowId: orderWorkflowId(input.orderId),
    taskQueue: ordersTaskQueue,
    args: [input],
  });
