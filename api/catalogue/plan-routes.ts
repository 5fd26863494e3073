import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import type { Router } from 'express';
import { findPlan, listPlans } from '../../db/catalogue.ts';
import { asTenant } from '../../db/client.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { PageQuery, page, pageOf, positionIn } from '../page.ts';
import { Problem } from '../problem.ts';
import { addRoute, nothing } from '../route.ts';
import { Id, StorableText } from '../text.ts';
import { z } from '../zod-openapi.ts';
import { approveComposition, shown } from './approve-composition.ts';
import { PlanView } from './plan-view.ts';

const tag = 'Catalogue';
const PlanParams = z.object({ planId: Id });

export function addPlanRoutes(
  router: Router,
  registry: OpenAPIRegistry,
  dependencies: Pick<ApiDependencies, 'database' | 'now'>,
): void {
  addRoute(router, registry, {
    method: 'get',
    path: '/v1/plans',
    operationId: 'listPlans',
    summary: 'Plans, in the order of their ids; of a product, or those that await an approval',
    tag,
    params: nothing,
    query: PageQuery.extend({
      productId: Id.optional(),
      awaitingApproval: z.enum(['true', 'false']).optional().openapi({
        description: 'true: only plans whose composition has changed and that no partner has approved yet',
      }),
    }),
    answers: { 200: { description: 'A page of plans', schema: pageOf(PlanView).openapi('PlanPage') } },
    problems: ['INVALID_REQUEST', 'CATALOGUE_INCOMPLETE'],
    handle: ({ actor, query: { pageSize, pageToken, productId, awaitingApproval } }) =>
      asTenant(dependencies.database, 'changeover_api', actor.tenant, async (transaction) => {
        const after = positionIn(pageToken, Id);
        const only = { productId, awaitingApproval: awaitingApproval === 'true' };
        const rows = await listPlans(transaction, { ...only, after, limit: pageSize + 1 });
        const { items, nextPageToken } = page(rows, pageSize, ({ id }) => id);
        const views = [];
        for (const plan of items) views.push((await shown(transaction, plan, actor, dependencies.now())).body);
        return { status: 200, body: { items: views, nextPageToken } };
      }),
  });

  addRoute(router, registry, {
    method: 'get',
    path: '/v1/plans/{planId}',
    operationId: 'getPlan',
    summary: 'One plan, and whether a change of its composition awaits approval',
    tag,
    params: PlanParams,
    query: nothing,
    answers: { 200: { description: 'The plan', schema: PlanView } },
    problems: ['PLAN_NOT_FOUND', 'CATALOGUE_INCOMPLETE'],
    handle: ({ actor, params: { planId } }) =>
      asTenant(dependencies.database, 'changeover_api', actor.tenant, async (transaction) => {
        const plan = await findPlan(transaction, planId);
        if (!plan) throw new Problem('PLAN_NOT_FOUND');
        return shown(transaction, plan, actor, dependencies.now());
      }),
  });

  addRoute(router, registry, {
    method: 'post',
    path: '/v1/plans/{planId}:approveComposition',
    operationId: 'approveComposition',
    summary: "Approve the change of a suite's composition, for its subscriptions to be changed again",
    tag,
    roles: ['partner'],
    params: PlanParams,
    query: nothing,
    headers: z.object({
      'If-Match': z.string().optional().openapi({ description: 'ETag of the plan as it was reviewed' }),
    }),
    body: z
      .strictObject({
        confirmed: z.boolean().optional().openapi({ description: 'Must be true' }),
        reason: StorableText.max(500).optional(),
      })
      .openapi('ApproveComposition'),
    answers: { 200: { description: 'The plan, approved; also for whoever approves it again', schema: PlanView } },
    problems: [
      'MALFORMED_JSON',
      'INVALID_REQUEST',
      'PLAN_NOT_HELD',
      'PLAN_NOT_FOUND',
      'NOTHING_TO_APPROVE',
      'PRECONDITION_FAILED',
      'APPROVAL_NOT_CONFIRMED',
    ],
    handle: ({ actor, params, body }, req) => approveComposition(dependencies, actor, params.planId, body, req),
  });
}
