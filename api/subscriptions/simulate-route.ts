import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import type { Router } from 'express';
import { readAsTenant } from '../../db/client.ts';
import { CALENDAR_MONTHS } from '../../domain/calendar/calendar.ts';
import { addMonths } from '../../domain/plain-date.ts';
import { simulate } from '../../domain/simulate.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { addRoute, nothing } from '../route.ts';
import { hypothesesOf } from './hypotheses.ts';
import { SimulationBody } from './simulation-body.ts';
import { SimulationView, simulationView } from './simulation-view.ts';
import { loadSituation } from './situation.ts';
import { SubscriptionParams, tag } from './subscription-params.ts';

export function addSimulateRoute(
  router: Router,
  registry: OpenAPIRegistry,
  { database, now }: Pick<ApiDependencies, 'database' | 'now'>,
): void {
  addRoute(router, registry, {
    method: 'post',
    path: '/v1/subscriptions/{subscriptionId}:simulate',
    operationId: 'simulateSubscription',
    summary: 'What would happen if orders were placed and facts came in on days to come; nothing is stored',
    tag,
    params: SubscriptionParams,
    query: nothing,
    body: SimulationBody,
    answers: { 200: { description: 'What happens day by day, and how it ends', schema: SimulationView } },
    problems: [
      'MALFORMED_JSON',
      'INVALID_REQUEST',
      'SUBSCRIPTION_NOT_FOUND',
      'PAYLOAD_TOO_LARGE',
      'UNSUPPORTED_MEDIA_TYPE',
      'CATALOGUE_INCOMPLETE',
    ],
    async handle({ actor, params: { subscriptionId }, body }) {
      const situation = await readAsTenant(database, 'changeover_api', actor.tenant, (transaction) =>
        loadSituation(transaction, actor, subscriptionId, now()),
      );
      const { subscription, facts, product, policy, today } = situation;
      const until = body.until ?? addMonths(today, CALENDAR_MONTHS);
      const hypotheses = hypothesesOf(body.steps, { until, situation });
      const simulation = simulate({ date: today, subscription, facts }, { product, policy, hypotheses, until });
      return {
        status: 200,
        body: {
          subscriptionId,
          timeZone: product.timeZone,
          from: today,
          until,
          policy: { id: policy.id, version: policy.version },
          ...simulationView(simulation, product),
        },
      };
    },
  });
}
