import type { UpdateDefinition } from '@temporalio/common';
import type { OrderRow } from '../../db/orders.ts';
import { type OrderState, unfinishedStates } from '../../domain/order.ts';
import { cancel, type OrderInput, type OrderStanding, type Repair, repair, waive } from '../../workflows/messages.ts';
import type { Actor } from '../actor.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { Problem, temporarilyUnavailable } from '../problem.ts';
import type { ProblemCode } from '../problem-codes.ts';
import type { Answer } from '../route.ts';
import { findVisibleOrder } from './find-visible-order.ts';
import { assertMayTakeBack } from './may-take-back.ts';
import { etag, orderView } from './order-view.ts';
import { startOrder, tellOrder } from './order-workflow.ts';

/**
 * Takes an order back: a scheduled one simply, one at work by settling it with the vendor. Throws ORDER_NOT_FOUND,
 * ROLE_NOT_ALLOWED, BOUGHT_THROUGH_PARTNER, RENEWAL_WINDOW_CLOSED, ORDER_NOT_CANCELLABLE, TEMPORARILY_UNAVAILABLE.
 */
export async function takeOrderBack(
  dependencies: ApiDependencies,
  actor: Actor,
  orderId: string,
  { reason }: { reason: string },
): Promise<Answer> {
  const order = await visible(dependencies, actor, orderId);
  if (actor.role === 'machine') throw new Problem('ROLE_NOT_ALLOWED');
  if (order.state === 'cancelled') return answer(order);
  await assertMayTakeBack(dependencies, actor, order);
  const told = { subject: actor.subject, reason };
  await tellUnfinished(dependencies, order, cancel, told, 'ORDER_NOT_CANCELLABLE');
  return answer(await visible(dependencies, actor, orderId));
}

/** An operator's repair of a held order. Throws ORDER_NOT_FOUND, ROLE_NOT_ALLOWED, ORDER_NOT_HELD, TEMPORARILY_UNAVAILABLE. */
export async function repairOrder(
  dependencies: ApiDependencies,
  actor: Actor,
  orderId: string,
  { verb, reason }: { verb: Repair['verb']; reason: string },
): Promise<Answer> {
  const order = await visible(dependencies, actor, orderId);
  if (actor.role !== 'operator') throw new Problem('ROLE_NOT_ALLOWED');
  if (order.state !== 'held') throw new Problem('ORDER_NOT_HELD', { orderId });
  // Nobody here could say by which name the vendor knows what it would have made.
  if (verb === 'skip' && order.type === 'purchase') {
    throw new Problem('ORDER_NOT_HELD', { orderId, detail: 'A purchase cannot be skipped: retry it, or give it up' });
  }
  await tellUnfinished(dependencies, order, repair, { subject: actor.subject, reason, verb }, 'ORDER_NOT_HELD');
  return answer(await visible(dependencies, actor, orderId));
}

/**
 * An operator lets an outcome go unseen. Throws ORDER_NOT_FOUND, ROLE_NOT_ALLOWED, ORDER_NOT_FINISHED, TEMPORARILY_UNAVAILABLE.
 */
export async function waiveOrder(
  dependencies: ApiDependencies,
  actor: Actor,
  orderId: string,
  { reason }: { reason: string },
): Promise<Answer> {
  const order = await visible(dependencies, actor, orderId);
  if (actor.role !== 'operator') throw new Problem('ROLE_NOT_ALLOWED');
  if (order.acknowledgement === 'waived' || order.acknowledgement === 'acknowledged') return answer(order);
  if (order.acknowledgement !== 'awaiting') throw new Problem('ORDER_NOT_FINISHED', { orderId });
  await tellOrAgain(dependencies, order, waive, { subject: actor.subject, reason }, 'ORDER_NOT_FINISHED');
  return answer(await visible(dependencies, actor, orderId));
}

const answer = (order: OrderRow): Answer => ({ status: 200, body: orderView(order), headers: { ETag: etag(order) } });

async function visible(dependencies: ApiDependencies, actor: Actor, orderId: string): Promise<OrderRow> {
  const order = await findVisibleOrder(dependencies, actor, orderId);
  if (!order) throw new Problem('ORDER_NOT_FOUND');
  return order;
}

/** Tells the workflow of an order that is not finished. */
function tellUnfinished<Told>(...[dependencies, order, update, told, refused]: Telling<Told>): Promise<void> {
  const isUnfinished = (unfinishedStates as readonly OrderState[]).includes(order.state);
  if (!isUnfinished) throw new Problem(refused, { orderId: order.id });
  return tellOrAgain(dependencies, order, update, told, refused);
}

type Telling<Told> = [
  dependencies: ApiDependencies,
  order: OrderRow,
  update: UpdateDefinition<OrderStanding, [Told]>,
  told: Told,
  refused: ProblemCode,
];

/** Tells the order's workflow; where that has gone another goes on from what is stored, and is told. */
async function tellOrAgain<Told>(...[{ temporal }, order, update, told, refused]: Telling<Told>): Promise<void> {
  const { id: orderId } = order;
  if ((await tellOrder(temporal, orderId, update, told, refused)) === 'told') return;
  await startOrder(temporal, inputOf(order), { anew: true });
  if ((await tellOrder(temporal, orderId, update, told, refused)) === 'told') return;
  throw temporarilyUnavailable('The order engine does not know the order', { orderId });
}

const inputOf = (order: OrderRow): OrderInput => ({
  tenant: order.tenant,
  orderId: order.id,
  accountId: order.accountId,
  request: order.request,
  requestHash: order.requestHash,
  vendor: order.judged.product.vendor,
  submittedBy: { subject: order.submittedBy, role: order.submittedRole },
  submittedAt: order.submittedAt.toISOString(),
});
