import type { Client } from '@temporalio/client';
import proto from '@temporalio/proto';
import { orderWorkflowId } from '../../workflows/messages.ts';

const { EventType } = proto.temporal.api.enums.v1;

/** The names of an order's history events, as `WORKFLOW_EXECUTION_STARTED`, oldest first. */
export async function eventsOf(temporal: Client, orderId: string): Promise<string[]> {
  const { events } = await temporal.workflow.getHandle(orderWorkflowId(orderId)).fetchHistory();
  return (events ?? []).map(({ eventType }) => (EventType[eventType ?? 0] ?? '').replace('EVENT_TYPE_', ''));
}

/**
 * Billable actions of a history, by the published rules: a start is one, an update one, a timer, signal or activity attempt
 * one each, and all local activities of one workflow task together one.
 */
export async function billableActions(temporal: Client, orderId: string): Promise<number> {
  const { events } = await temporal.workflow.getHandle(orderWorkflowId(orderId)).fetchHistory();
  const markersOf = new Set<string>();
  let actions = 0;
  for (const event of events ?? []) {
    if (event.workflowExecutionStartedEventAttributes) actions += 1;
    if (event.workflowExecutionUpdateAcceptedEventAttributes) actions += 1;
    if (event.timerStartedEventAttributes || event.workflowExecutionSignaledEventAttributes) actions += 1;
    if (event.upsertWorkflowSearchAttributesEventAttributes) actions += 1;
    if (event.activityTaskStartedEventAttributes) actions += event.activityTaskStartedEventAttributes.attempt ?? 1;
    const task = event.markerRecordedEventAttributes?.workflowTaskCompletedEventId;
    if (task) markersOf.add(task.toString());
  }
  return actions + markersOf.size;
}
