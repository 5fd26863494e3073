import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import type { Router } from 'express';
import { readAsTenant } from '../../db/client.ts';
import { eligibility } from '../../domain/eligibility.ts';
import { licenceStatus } from '../../domain/licence-status.ts';
import { addMonths, type PlainDate } from '../../domain/plain-date.ts';
import { MOST_MONTHS_AHEAD } from '../../domain/rules/start-date.ts';
import { advance } from '../../domain/world.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { GivenDate } from '../plain-date.ts';
import { invalidFields } from '../problem.ts';
import { addRoute } from '../route.ts';
import { z } from '../zod-openapi.ts';
import { actionView, EligibilityView } from './eligibility-view.ts';
import { quantityLimits } from './quantity-limits.ts';
import { loadSituation, type Situation } from './situation.ts';
import { SubscriptionParams, tag } from './subscription-params.ts';

export function addEligibilityRoute(
  router: Router,
  registry: OpenAPIRegistry,
  { database, now }: Pick<ApiDependencies, 'database' | 'now'>,
): void {
  addRoute(router, registry, {
    method: 'get',
    path: '/v1/subscriptions/{subscriptionId}/eligibility',
    operationId: 'getEligibility',
    summary: 'What you may order, from when until when, and why not',
    tag,
    params: SubscriptionParams,
    query: z.strictObject({
      asOf: GivenDate.optional().openapi({
        description: 'The day to ask about, today or within 18 months; today if absent',
      }),
    }),
    answers: { 200: { description: 'Everything that can be ordered, judged', schema: EligibilityView } },
    problems: ['INVALID_REQUEST', 'SUBSCRIPTION_NOT_FOUND', 'CATALOGUE_INCOMPLETE'],
    async handle({ actor, params: { subscriptionId }, query }) {
      const situation = await readAsTenant(database, 'changeover_api', actor.tenant, (transaction) =>
        loadSituation(transaction, actor, subscriptionId, now()),
      );
      return { status: 200, body: eligibilityOn(situation, query.asOf ?? situation.today) };
    },
  });
}

function eligibilityOn({ row, ...known }: Situation, asOf: PlainDate): unknown {
  const { subscription, product, policy, facts, today } = known;
  assertAskable(asOf, { today, timeZone: product.timeZone });
  const then = advance({ date: today, subscription, facts }, product, asOf).world.subscription;
  return {
    subscriptionId: subscription.id,
    asOf,
    today,
    timeZone: product.timeZone,
    policy: { id: policy.id, version: policy.version },
    licenceStatus: licenceStatus(then, asOf),
    quantity: quantityLimits(then, product, policy),
    actions: eligibility({ ...known, asOf, contactEmail: row.account.contactEmail }).map(actionView),
  };
}

function assertAskable(asOf: PlainDate, { today, timeZone }: { today: PlainDate; timeZone: string }): void {
  const last = addMonths(today, MOST_MONTHS_AHEAD);
  if (asOf < today) {
    throw invalidFields([
      { field: 'asOf', message: `Is in the past; the first day is ${today}, today in ${timeZone}` },
    ]);
  }
  if (asOf > last) throw invalidFields([{ field: 'asOf', message: `Is too far away; the last day is ${last}` }]);
}
