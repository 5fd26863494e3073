import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import { Router } from 'express';
import { addAccountRoutes } from './accounts/routes.ts';
import { addBillingPeriodRoutes } from './billing-periods/routes.ts';
import { addPlanRoutes } from './catalogue/plan-routes.ts';
import { addProductRoutes } from './catalogue/product-routes.ts';
import type { ApiDependencies } from './dependencies.ts';
import { addMeRoute } from './me-route.ts';
import { addOrderRoutes } from './orders/routes.ts';
import { addOrderVerbRoutes } from './orders/verb-routes.ts';
import { addPolicyDraftRoutes } from './policies/draft-routes.ts';
import { addPolicyRoutes } from './policies/policy-routes.ts';
import { problemResponses } from './route.ts';
import { addSubscriptionRoutes } from './subscriptions/routes.ts';
import { describeVendorEvents } from './vendor-events/routes.ts';
import { z } from './zod-openapi.ts';

/** The signed-in operations, and the OpenAPI 3.1 document made of the same definitions. */
export function createOperations(dependencies: ApiDependencies) {
  const router = Router();
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' });
  addMeRoute(router, registry, dependencies);
  addSubscriptionRoutes(router, registry, dependencies);
  addOrderRoutes(router, registry, dependencies);
  addOrderVerbRoutes(router, registry, dependencies);
  addAccountRoutes(router, registry, dependencies);
  addBillingPeriodRoutes(router, registry, dependencies);
  addProductRoutes(router, registry, dependencies);
  addPlanRoutes(router, registry, dependencies);
  addPolicyRoutes(router, registry, dependencies);
  addPolicyDraftRoutes(router, registry, dependencies);
  describeEvents(registry);
  describeVendorEvents(registry);
  return { router, document: documentOf(registry) };
}

/** Live events are no JSON operation, so they are described by hand. */
function describeEvents(registry: OpenAPIRegistry): void {
  registry.registerPath({
    method: 'get',
    path: '/v1/events',
    operationId: 'followEvents',
    summary: 'Live events (server-sent events), from Last-Event-ID on or from now',
    tags: ['Events'],
    security: [{ bearer: [] }],
    request: { headers: z.object({ 'Last-Event-ID': z.string().optional() }) },
    responses: {
      200: { description: 'A stream of events', content: { 'text/event-stream': { schema: z.string() } } },
      ...problemResponses(['INVALID_REQUEST']),
    },
  });
}

function documentOf(registry: OpenAPIRegistry) {
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Changeover', version: '1', description: 'Durable change orders for subscriptions' },
  });
}
