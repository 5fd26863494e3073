import { loadTenant } from '../../db/catalogue.ts';
import { asTenant } from '../../db/client.ts';
import { findOrder, type OrderRow } from '../../db/orders.ts';
import { CATALOGUE_INCOMPLETE, SUBSCRIPTION_NOT_FOUND } from '../../domain/failures.ts';
import { type OrderState, unfinishedStates } from '../../domain/order.ts';
import type { OrderInput } from '../../workflows/messages.ts';
import { type Actor, maySee } from '../actor.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { Problem, temporarilyUnavailable } from '../problem.ts';
import type { Answer } from '../route.ts';
import { orderIdFor, requestHash } from './idempotency.ts';
import { assertMayOrder } from './may-order.ts';
import type { OrderBody } from './order-body.ts';
import { findTarget, targetAbsent } from './order-target.ts';
import { etag, orderAsDecided } from './order-view.ts';
import { type Started, startOrder, submittedOrder } from './order-workflow.ts';
import { rejectionProblem } from './rejection-problem.ts';

/**
 * Places an order and answers the rules' verdict; a repeated key is answered as the first time. Throws the rejection, or
 * ROLE_NOT_ALLOWED, SUBSCRIPTION_NOT_FOUND (of a purchase: ACCOUNT_NOT_FOUND, PRODUCT_NOT_FOUND), IDEMPOTENCY_KEY_REUSED,
 * CATALOGUE_INCOMPLETE, TEMPORARILY_UNAVAILABLE.
 */
export async function submitOrder(
  dependencies: ApiDependencies,
  actor: Actor,
  key: string,
  request: OrderBody,
): Promise<Answer> {
  const { database, temporal, now } = dependencies;
  const { tenant, subject, role } = actor;
  assertMayOrder(actor, request);

  const orderId = orderIdFor(actor, key);
  const hash = requestHash(request);
  const read = () =>
    asTenant(database, 'changeover_api', tenant, async (transaction) => ({
      order: await findOrder(transaction, orderId),
      target: await findTarget(transaction, request),
      ...(await loadTenant(transaction)),
    }));

  const { order: earlier, target, supportContact } = await read();
  if (earlier && earlier.requestHash !== hash) throw keyReused(orderId);
  if (!earlier && !(target && maySee(actor, { tenant, account: target.accountId }))) throw targetAbsent(request);
  const input: OrderInput | undefined = target && {
    tenant,
    orderId,
    accountId: earlier?.accountId ?? target.accountId,
    request,
    requestHash: hash,
    vendor: target.vendor,
    submittedBy: { subject, role },
    submittedAt: (earlier?.submittedAt ?? now()).toISOString(),
  };
  if (earlier || !input) {
    if (input && earlier && isUnfinished(earlier)) await keepGoing(dependencies, input);
    return verdict(earlier, hash, supportContact);
  }

  let started = await startOrder(temporal, input);
  let { order } = await read();
  if (!order && (started.outcome === 'decided' || started.outcome === 'failed')) {
    // Its workflow ended without a verdict (terminated, a catalogue mended since, a database restored): once more.
    started = await startOrder(temporal, input, { anew: true });
    ({ order } = await read());
  }
  if (order) return verdict(order, hash, supportContact);
  return withoutVerdict(temporal, orderId, hash, started);
}

const isUnfinished = ({ state }: OrderRow): boolean => (unfinishedStates as readonly OrderState[]).includes(state);

/** An order that is not finished has a workflow that finishes it; where that has gone, another goes on from the stored state. */
async function keepGoing({ temporal, log }: ApiDependencies, input: OrderInput): Promise<void> {
  try {
    if (!(await submittedOrder(temporal, input.orderId))) await startOrder(temporal, input, { anew: true });
  } catch (error) {
    // The answer is known without it, and the next repeat looks again.
    log.warn({ err: error, orderId: input.orderId }, 'could not look whether the order goes on');
  }
}

async function withoutVerdict(
  temporal: ApiDependencies['temporal'],
  orderId: string,
  hash: string,
  started: Started,
): Promise<Answer> {
  if (started.outcome === 'failed' && started.type === SUBSCRIPTION_NOT_FOUND) {
    throw new Problem('SUBSCRIPTION_NOT_FOUND');
  }
  if (started.outcome === 'failed' && started.type === CATALOGUE_INCOMPLETE) {
    throw new Problem('CATALOGUE_INCOMPLETE', { orderId, headers: { 'Retry-After': '60' } });
  }
  if (started.outcome !== 'submitted')
    throw temporarilyUnavailable('The order may or may not have been taken', { orderId });
  const submitted = await submittedOrder(temporal, orderId);
  if (submitted && submitted.requestHash !== hash) throw keyReused(orderId);
  return { status: 202, body: { id: orderId, state: 'submitted' }, headers: { Location: `/v1/orders/${orderId}` } };
}

function verdict(order: OrderRow | undefined, hash: string, supportContact: string): Answer {
  if (!order) throw new Problem('SUBSCRIPTION_NOT_FOUND');
  if (order.requestHash !== hash) throw keyReused(order.id);
  if (order.decision.outcome === 'rejected') throw rejectionProblem(order, supportContact);
  return {
    status: 201,
    body: orderAsDecided(order),
    headers: { Location: `/v1/orders/${order.id}`, ETag: etag({ ...order, version: 1 }) },
  };
}

const keyReused = (orderId: string) => new Problem('IDEMPOTENCY_KEY_REUSED', { orderId });
