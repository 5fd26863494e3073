import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import type { Router } from 'express';
import { asTenant } from '../../db/client.ts';
import { policyIds } from '../../db/policy-versions.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { PageQuery, page, pageOf, positionIn } from '../page.ts';
import { Problem } from '../problem.ts';
import { addRoute, nothing } from '../route.ts';
import { Id } from '../text.ts';
import { z } from '../zod-openapi.ts';
import {
  PolicySummary,
  PolicyVersionView,
  PolicyView,
  policySummary,
  policyVersionView,
  policyView,
} from './policy-view.ts';
import { wholePolicies } from './whole-policy.ts';

const tag = 'Policies';
/** Postgres counts versions in 32 bits. */
const VersionNumber = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .openapi({ example: '1' });

export function addPolicyRoutes(
  router: Router,
  registry: OpenAPIRegistry,
  { database, now }: Pick<ApiDependencies, 'database' | 'now'>,
): void {
  addRoute(router, registry, {
    method: 'get',
    path: '/v1/policies',
    operationId: 'listPolicies',
    summary: 'Policies, in the order of their ids',
    tag,
    roles: ['operator'],
    params: nothing,
    query: PageQuery,
    answers: { 200: { description: 'A page of policies', schema: pageOf(PolicySummary).openapi('PolicyPage') } },
    problems: ['INVALID_REQUEST'],
    async handle({ actor, query: { pageSize, pageToken } }) {
      const after = positionIn(pageToken, Id);
      const policies = await asTenant(database, 'changeover_api', actor.tenant, async (transaction) =>
        wholePolicies(transaction, await policyIds(transaction, { after, limit: pageSize + 1 })),
      );
      const { items, nextPageToken } = page(policies, pageSize, ({ id }) => id);
      return { status: 200, body: { items: items.map((policy) => policySummary(policy, now())), nextPageToken } };
    },
  });

  addRoute(router, registry, {
    method: 'get',
    path: '/v1/policies/{policyId}',
    operationId: 'getPolicy',
    summary: 'One policy: its versions, and which is in force',
    tag,
    roles: ['operator'],
    params: z.object({ policyId: Id }),
    query: nothing,
    answers: { 200: { description: 'The policy', schema: PolicyView } },
    problems: ['POLICY_NOT_FOUND'],
    async handle({ actor, params: { policyId } }) {
      const [policy] = await asTenant(database, 'changeover_api', actor.tenant, (transaction) =>
        wholePolicies(transaction, [policyId]),
      );
      if (!policy) throw new Problem('POLICY_NOT_FOUND');
      return { status: 200, body: policyView(policy, now()) };
    },
  });

  addRoute(router, registry, {
    method: 'get',
    path: '/v1/policies/{policyId}/versions/{version}',
    operationId: 'getPolicyVersion',
    summary: 'The rules of one version of a policy',
    tag,
    roles: ['operator'],
    params: z.object({ policyId: Id, version: VersionNumber }),
    query: nothing,
    answers: { 200: { description: 'The version', schema: PolicyVersionView } },
    problems: ['POLICY_NOT_FOUND'],
    async handle({ actor, params: { policyId, version } }) {
      const [policy] = await asTenant(database, 'changeover_api', actor.tenant, (transaction) =>
        wholePolicies(transaction, [policyId]),
      );
      const row = policy?.versions.find((each) => String(each.version) === version);
      if (!policy || !row) throw new Problem('POLICY_NOT_FOUND');
      return { status: 200, body: policyVersionView(row, policy, now()) };
    },
  });
}
