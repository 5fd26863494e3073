import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import type { Router } from 'express';
import { asTenant } from '../../db/client.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { GivenDate, ShownDate } from '../plain-date.ts';
import { addRoute, nothing } from '../route.ts';
import { Id, StorableText } from '../text.ts';
import { z } from '../zod-openapi.ts';
import { examine, hasErrors } from './draft.ts';
import { findings, PublishedPolicyView } from './policy-view.ts';
import { publishPolicy } from './publish-policy.ts';
import { PolicyReplay, replayPolicy } from './replay-policy.ts';
import { RulesBody } from './rules-body.ts';

const common = { tag: 'Policies', roles: ['operator'], params: z.object({ policyId: Id }), query: nothing } as const;
const MOST_REPLAYED = 500;
const Since = z.iso
  .datetime({ offset: true })
  .refine((instant) => instant >= '1970', 'Is before 1970')
  .transform((instant) => new Date(instant));

export function addPolicyDraftRoutes(
  router: Router,
  registry: OpenAPIRegistry,
  dependencies: Pick<ApiDependencies, 'database' | 'now'>,
): void {
  addRoute(router, registry, {
    ...common,
    method: 'post',
    path: '/v1/policies/{policyId}:validate',
    operationId: 'validatePolicy',
    summary: 'What is wrong with a draft of a policy; nothing is stored',
    body: z.strictObject({ rules: RulesBody, effectiveFrom: GivenDate.optional() }).openapi('PolicyDraft'),
    answers: {
      200: {
        description: 'The report',
        schema: z
          .object({
            valid: z.boolean().openapi({ description: 'Whether it could be published' }),
            findings,
            latestVersion: z.int().openapi({ description: '0 where nothing of the policy has been published' }),
            earliestEffectiveFrom: ShownDate,
          })
          .openapi('PolicyReport'),
      },
    },
    problems: ['MALFORMED_JSON', 'INVALID_REQUEST'],
    async handle({ actor, params: { policyId }, body }) {
      const report = await asTenant(dependencies.database, 'changeover_api', actor.tenant, (transaction) =>
        examine(transaction, policyId, body, dependencies.now()),
      );
      const { rules: _, ...told } = report;
      return { status: 200, body: { valid: !hasErrors(report), ...told } };
    },
  });

  addRoute(router, registry, {
    ...common,
    method: 'post',
    path: '/v1/policies/{policyId}:publish',
    operationId: 'publishPolicy',
    summary: 'Publish the next version of a policy',
    body: z
      .strictObject({
        rules: RulesBody,
        effectiveFrom: GivenDate,
        expectedVersion: z.int().min(0).max(999_999_999).openapi({
          description: 'The latest version the draft was made beside; 0 for a new policy',
        }),
        reason: StorableText.max(500).regex(/\S/, 'Say why'),
      })
      .openapi('PublishPolicy'),
    answers: { 201: { description: 'The version as it was published', schema: PublishedPolicyView } },
    problems: ['MALFORMED_JSON', 'INVALID_REQUEST', 'POLICY_NOT_FOUND', 'POLICY_VERSION_CONFLICT', 'POLICY_NOT_VALID'],
    handle: ({ actor, params, body }) => publishPolicy(dependencies, actor, params.policyId, body),
  });

  addRoute(router, registry, {
    ...common,
    method: 'post',
    path: '/v1/policies/{policyId}:replay',
    operationId: 'replayPolicy',
    summary: 'Which decisions would differ under a draft; nothing is stored',
    body: z
      .strictObject({
        rules: RulesBody,
        since: Since.optional().openapi({ description: 'Only orders submitted at this instant or later' }),
        limit: z.int().min(1).max(MOST_REPLAYED).default(100).openapi({ description: 'Orders to decide again' }),
        pageToken: z.string().max(500).optional().openapi({ description: 'nextPageToken of the page before' }),
      })
      .openapi('ReplayPolicy'),
    answers: { 200: { description: 'The differences, page by page', schema: PolicyReplay } },
    problems: ['MALFORMED_JSON', 'INVALID_REQUEST', 'POLICY_NOT_FOUND', 'POLICY_NOT_VALID'],
    handle: ({ actor, params, body }) => replayPolicy(dependencies, actor, params.policyId, body),
  });
}
