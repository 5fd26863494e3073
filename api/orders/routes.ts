import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import type { Router } from 'express';
import { asTenant } from '../../db/client.ts';
import { listOrders } from '../../db/orders.ts';
import { acknowledgementStates, orderStates } from '../../domain/order.ts';
import { rejections } from '../../domain/rejections.ts';
import { maySee, visibleAccounts } from '../actor.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { PageQuery, page, pageOf, positionIn } from '../page.ts';
import { Problem } from '../problem.ts';
import type { ProblemCode } from '../problem-codes.ts';
import { addRoute, nothing } from '../route.ts';
import { Id } from '../text.ts';
import { z } from '../zod-openapi.ts';
import { acknowledgeOrder } from './acknowledge-order.ts';
import { findVisibleOrder } from './find-visible-order.ts';
import { idempotencyKey } from './idempotency.ts';
import { OrderBody } from './order-body.ts';
import { etag, OrderView, orderView, SubmittedOrderView } from './order-view.ts';
import { submittedOrder } from './order-workflow.ts';
import { previewOrder } from './preview-order.ts';
import { PreviewView } from './preview-view.ts';
import { submitOrder } from './submit-order.ts';

const tag = 'Orders';
// Ids are made in small letters, and are compared as text where a workflow is looked for.
const OrderParams = z.object({ orderId: z.uuid().toLowerCase() });
const SubmitQuery = z.strictObject({
  validateOnly: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .openapi({ type: 'boolean', description: 'true: only tell what the order would do; nothing is stored' }),
});
// Postgres knows no year 0.
const Position = z.tuple([z.iso.datetime().refine((instant) => instant >= '0001'), z.uuid()]);
const oneOrMany = <T extends z.ZodType<string>>(value: T) =>
  z.preprocess((given) => (given === undefined || Array.isArray(given) ? given : [given]), z.array(value).optional());

export function addOrderRoutes(router: Router, registry: OpenAPIRegistry, dependencies: ApiDependencies): void {
  addRoute(router, registry, {
    method: 'post',
    path: '/v1/orders',
    operationId: 'submitOrder',
    summary: 'Place an order and hear the verdict, or hear what it would do',
    tag,
    params: nothing,
    query: SubmitQuery,
    headers: z.object({
      'Idempotency-Key': z
        .string()
        .min(1)
        .max(255)
        .optional()
        .openapi({ description: 'Required, but not with validateOnly' }),
    }),
    body: OrderBody,
    answers: {
      200: { description: 'With validateOnly: what the order would do, accepted or rejected', schema: PreviewView },
      201: { description: 'Accepted: the order as it was decided', schema: OrderView },
      202: { description: 'Taken, but not decided yet: look again at Location', schema: SubmittedOrderView },
    },
    problems: [
      'MALFORMED_JSON',
      'INVALID_REQUEST',
      'IDEMPOTENCY_KEY_MISSING',
      'IDEMPOTENCY_KEY_INVALID',
      'ROLE_NOT_ALLOWED',
      'SUBSCRIPTION_NOT_FOUND',
      'ACCOUNT_NOT_FOUND',
      'PRODUCT_NOT_FOUND',
      'PAYLOAD_TOO_LARGE',
      'UNSUPPORTED_MEDIA_TYPE',
      'IDEMPOTENCY_KEY_REUSED',
      'CATALOGUE_INCOMPLETE',
      ...(Object.keys(rejections) as ProblemCode[]),
    ],
    handle: ({ actor, query: { validateOnly }, body }, req) =>
      validateOnly
        ? previewOrder(dependencies, actor, body)
        : submitOrder(dependencies, actor, idempotencyKey(req.get('Idempotency-Key')), body),
  });

  addRoute(router, registry, {
    method: 'get',
    path: '/v1/orders/{orderId}',
    operationId: 'getOrder',
    summary: 'One order as it stands',
    tag,
    params: OrderParams,
    query: nothing,
    answers: { 200: { description: 'The order', schema: z.union([OrderView, SubmittedOrderView]) } },
    problems: ['ORDER_NOT_FOUND'],
    async handle({ actor, params: { orderId } }) {
      const order = await findVisibleOrder(dependencies, actor, orderId);
      if (order) return { status: 200, body: orderView(order), headers: { ETag: etag(order) } };
      const submitted = await submittedOrder(dependencies.temporal, orderId);
      if (submitted && maySee(actor, submitted)) return { status: 200, body: { id: orderId, state: 'submitted' } };
      // It may have been decided, and even have ended, between the two looks.
      const decided = await findVisibleOrder(dependencies, actor, orderId);
      if (decided) return { status: 200, body: orderView(decided), headers: { ETag: etag(decided) } };
      throw new Problem('ORDER_NOT_FOUND');
    },
  });

  addRoute(router, registry, {
    method: 'get',
    path: '/v1/orders',
    operationId: 'listOrders',
    summary: 'Orders, newest first',
    tag,
    params: nothing,
    query: PageQuery.extend({
      state: oneOrMany(z.enum(orderStates)).openapi({ description: 'Repeat it for several states' }),
      subscriptionId: Id.optional(),
      acknowledgement: z.enum(acknowledgementStates).optional(),
    }),
    answers: { 200: { description: 'A page of orders', schema: pageOf(OrderView).openapi('OrderPage') } },
    problems: ['INVALID_REQUEST'],
    async handle({ actor, query: { pageSize, pageToken, state, subscriptionId, acknowledgement } }) {
      const position = positionIn(pageToken, Position);
      const accounts = visibleAccounts(actor);
      const rows = await asTenant(dependencies.database, 'changeover_api', actor.tenant, (transaction) =>
        listOrders(
          transaction,
          { accountIds: accounts === 'all' ? undefined : accounts, subscriptionId, states: state, acknowledgement },
          { after: position && { submittedAt: position[0], id: position[1] }, limit: pageSize + 1 },
        ),
      );
      const { items, nextPageToken } = page(rows, pageSize, ({ submittedAt, id }) => [submittedAt.toISOString(), id]);
      return { status: 200, body: { items: items.map(orderView), nextPageToken } };
    },
  });

  addRoute(router, registry, {
    method: 'post',
    path: '/v1/orders/{orderId}:acknowledge',
    operationId: 'acknowledgeOrder',
    summary: 'Confirm that the outcome of an order has been seen',
    tag,
    params: OrderParams,
    query: nothing,
    body: z
      .strictObject({ confirmed: z.boolean().optional().openapi({ description: 'Must be true: the ticked box' }) })
      .openapi('AcknowledgeOrder'),
    answers: { 200: { description: 'The order, acknowledged', schema: OrderView } },
    problems: [
      'MALFORMED_JSON',
      'INVALID_REQUEST',
      'ROLE_NOT_ALLOWED',
      'ORDER_NOT_FOUND',
      'ORDER_NOT_FINISHED',
      'ACKNOWLEDGEMENT_NOT_CONFIRMED',
    ],
    handle: ({ actor, params, body }) => acknowledgeOrder(dependencies, actor, params.orderId, body),
  });
}
