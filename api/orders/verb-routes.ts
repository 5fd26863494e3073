import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import type { Router } from 'express';
import type { ApiDependencies } from '../dependencies.ts';
import { addRoute, nothing } from '../route.ts';
import { StorableText } from '../text.ts';
import { z } from '../zod-openapi.ts';
import { repairOrder, takeOrderBack, waiveOrder } from './end-order.ts';
import { OrderView } from './order-view.ts';

const tag = 'Orders';
// Ids are made in small letters, and are compared as text where a workflow is looked for.
const OrderParams = z.object({ orderId: z.uuid().toLowerCase() });
const Reason = z
  .strictObject({ reason: StorableText.trim().min(1).max(500).openapi({ description: 'Why; kept in the history' }) })
  .openapi('OrderVerbReason');

const repairs = {
  retry: 'Have a held order tried again',
  skip: 'Take a held order for done: it has been settled at the vendor by hand',
  abort: 'Give a held order up: what is left at the vendor is undone',
} as const;

/** What can be done with an order once it is accepted, each with its reason. */
export function addOrderVerbRoutes(router: Router, registry: OpenAPIRegistry, dependencies: ApiDependencies): void {
  addRoute(router, registry, {
    method: 'post',
    path: '/v1/orders/{orderId}:cancel',
    operationId: 'cancelOrder',
    summary: 'Take an order back, before it has begun or, where the vendor allows it, after',
    tag,
    params: OrderParams,
    query: nothing,
    body: Reason,
    answers: { 200: { description: 'The order, cancelled', schema: OrderView } },
    problems: [
      'MALFORMED_JSON',
      'INVALID_REQUEST',
      'ROLE_NOT_ALLOWED',
      'BOUGHT_THROUGH_PARTNER',
      'RENEWAL_WINDOW_CLOSED',
      'ORDER_NOT_FOUND',
      'ORDER_NOT_CANCELLABLE',
    ],
    handle: ({ actor, params, body }) => takeOrderBack(dependencies, actor, params.orderId, body),
  });

  addRoute(router, registry, {
    method: 'post',
    path: '/v1/orders/{orderId}:waive',
    operationId: 'waiveOrder',
    summary: 'Let the outcome of an order go unseen (operators)',
    tag,
    params: OrderParams,
    query: nothing,
    body: Reason,
    answers: { 200: { description: 'The order, its acknowledgement waived', schema: OrderView } },
    problems: ['MALFORMED_JSON', 'INVALID_REQUEST', 'ROLE_NOT_ALLOWED', 'ORDER_NOT_FOUND', 'ORDER_NOT_FINISHED'],
    handle: ({ actor, params, body }) => waiveOrder(dependencies, actor, params.orderId, body),
  });

  for (const verb of Object.keys(repairs) as (keyof typeof repairs)[]) {
    addRoute(router, registry, {
      method: 'post',
      path: `/v1/orders/{orderId}:${verb}`,
      operationId: `${verb}Order`,
      summary: `${repairs[verb]} (operators)`,
      tag,
      params: OrderParams,
      query: nothing,
      body: Reason,
      answers: { 200: { description: 'The order as it then stands', schema: OrderView } },
      problems: ['MALFORMED_JSON', 'INVALID_REQUEST', 'ROLE_NOT_ALLOWED', 'ORDER_NOT_FOUND', 'ORDER_NOT_HELD'],
      handle: ({ actor, params, body }) => repairOrder(dependencies, actor, params.orderId, { verb, ...body }),
    });
  }
}
