import { loadTenant } from '../../db/catalogue.ts';
import { asTenant } from '../../db/client.ts';
import { findOrder, type OrderRow } from '../../db/orders.ts';
import { findSubscription } from '../../db/subscriptions.ts';
import { orderTypes } from '../../domain/order-types.ts';
import type { Role } from '../../domain/role.ts';
import { type Actor, maySee } from '../actor.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { Problem } from '../problem.ts';
import type { Answer } from '../route.ts';
import { orderIdFor, requestHash } from './idempotency.ts';
import type { OrderBody } from './order-body.ts';
import { etag, orderAsDecided } from './order-view.ts';
import { startOrder, submittedOrder } from './order-workflow.ts';
import { rejectionProblem } from './rejection-problem.ts';

/**
 * Places an order and answers the rules' verdict; a repeated key is answered as the first time. Throws the rejection, or
 * ROLE_NOT_ALLOWED, SUBSCRIPTION_NOT_FOUND, IDEMPOTENCY_KEY_REUSED, TEMPORARILY_UNAVAILABLE.
 */
export async function submitOrder(
  { database, temporal, now }: ApiDependencies,
  actor: Actor,
  key: string,
  request: OrderBody,
): Promise<Answer> {
  const { tenant, subject, role } = actor;
  const orderable: readonly Role[] = orderTypes[request.type].orderableBy;
  if (!orderable.includes(role)) throw new Problem('ROLE_NOT_ALLOWED');

  const orderId = orderIdFor(actor, key);
  const hash = requestHash(request);
  const read = () =>
    asTenant(database, 'changeover_api', tenant, async (transaction) => ({
      order: await findOrder(transaction, orderId),
      subscription: await findSubscription(transaction, request.subscriptionId),
      ...(await loadTenant(transaction)),
    }));

  const { order: earlier, subscription, supportContact } = await read();
  if (earlier) return verdict(earlier, hash, supportContact);
  if (!subscription || !maySee(actor, { tenant, account: subscription.accountId })) {
    throw new Problem('SUBSCRIPTION_NOT_FOUND');
  }

  const started = await startOrder(temporal, {
    tenant,
    orderId,
    accountId: subscription.accountId,
    request,
    requestHash: hash,
    vendor: subscription.product.vendor,
    submittedBy: { subject, role },
    submittedAt: now().toISOString(),
  });
  const { order } = await read();
  if (order) return verdict(order, hash, supportContact);
  if (started === 'decided') throw new Error(`Order ${orderId} was decided but is not recorded`);

  const submitted = await submittedOrder(temporal, orderId);
  if (submitted && submitted.requestHash !== hash) throw keyReused(orderId);
  return { status: 202, body: { id: orderId, state: 'submitted' }, headers: { Location: `/v1/orders/${orderId}` } };
}

function verdict(order: OrderRow, hash: string, supportContact: string): Answer {
  if (order.requestHash !== hash) throw keyReused(order.id);
  if (order.decision.outcome === 'rejected') throw rejectionProblem(order, supportContact);
  return {
    status: 201,
    body: orderAsDecided(order),
    headers: { Location: `/v1/orders/${order.id}`, ETag: etag({ ...order, version: 1 }) },
  };
}

const keyReused = (orderId: string) => new Problem('IDEMPOTENCY_KEY_REUSED', { orderId });
