import { acknowledgeOrder as recordAcknowledgement } from '../../db/acknowledge-order.ts';
import { asTenant } from '../../db/client.ts';
import { acknowledge } from '../../workflows/messages.ts';
import type { Actor } from '../actor.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { Problem } from '../problem.ts';
import type { Answer } from '../route.ts';
import { findVisibleOrder } from './find-visible-order.ts';
import { etag, orderView } from './order-view.ts';
import { tellOrder } from './order-workflow.ts';

const CHANNEL = 'api';

/**
 * Records that the actor has seen an order's outcome (R3); repeating it changes nothing. Throws ORDER_NOT_FOUND,
 * ROLE_NOT_ALLOWED, ACKNOWLEDGEMENT_NOT_CONFIRMED, ORDER_NOT_FINISHED, TEMPORARILY_UNAVAILABLE.
 */
export async function acknowledgeOrder(
  dependencies: ApiDependencies,
  actor: Actor,
  orderId: string,
  { confirmed }: { confirmed?: boolean | undefined },
): Promise<Answer> {
  const order = await findVisibleOrder(dependencies, actor, orderId);
  if (!order) throw new Problem('ORDER_NOT_FOUND');
  if (actor.role === 'machine') throw new Problem('ROLE_NOT_ALLOWED');
  if (confirmed !== true) throw new Problem('ACKNOWLEDGEMENT_NOT_CONFIRMED', { orderId });
  if (order.acknowledgement === 'awaiting' && order.noticeHash !== null) {
    const by = { subject: actor.subject, channel: CHANNEL, noticeHash: order.noticeHash };
    const told = await tellOrder(dependencies.temporal, orderId, acknowledge, by, 'ORDER_NOT_FINISHED');
    if (told === 'workflowGone') await recordWithoutWorkflow(dependencies, actor, orderId, by);
  } else if (order.acknowledgement === 'notRequired') {
    throw new Problem('ORDER_NOT_FINISHED', { orderId });
  }
  const acknowledged = await findVisibleOrder(dependencies, actor, orderId);
  if (!acknowledged) throw new Problem('ORDER_NOT_FOUND');
  return { status: 200, body: orderView(acknowledged), headers: { ETag: etag(acknowledged) } };
}

/** A workflow may be gone while its order still waits (retention, restore): the person's word is recorded all the same. */
async function recordWithoutWorkflow(
  { database, now }: ApiDependencies,
  { tenant }: Actor,
  orderId: string,
  by: { subject: string; channel: string; noticeHash: string },
): Promise<void> {
  const recorded = await asTenant(database, 'changeover_api', tenant, (transaction) =>
    recordAcknowledgement(transaction, { orderId, ...by, at: now() }),
  );
  if (recorded.outcome === 'notShown') throw new Problem('ORDER_NOT_FINISHED', { orderId });
}
