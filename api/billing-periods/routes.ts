import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import type { Router } from 'express';
import { billingPeriods } from '../../db/billing-facts.ts';
import { asTenant } from '../../db/client.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { GivenDate, GivenMonth } from '../plain-date.ts';
import { addRoute, nothing } from '../route.ts';
import { findVisibleSubscription } from '../subscriptions/find-visible-subscription.ts';
import { Id } from '../text.ts';
import { z } from '../zod-openapi.ts';
import { BillingPeriodView, billingPeriodView } from './billing-period-view.ts';
import { putBillingPeriod } from './put-billing-period.ts';

const tag = 'Facts';
/** A month that cannot be one is told with its place; so it is parsed by the handler, not as part of the address. */
const MonthParams = z.object({ month: GivenMonth });

export function addBillingPeriodRoutes(
  router: Router,
  registry: OpenAPIRegistry,
  dependencies: Pick<ApiDependencies, 'database' | 'now'>,
): void {
  addRoute(router, registry, {
    method: 'put',
    path: '/v1/subscriptions/{subscriptionId}/billing-periods/{month}',
    operationId: 'putBillingPeriod',
    summary: 'Say whether a month of a subscription has been billed and paid',
    tag,
    roles: ['machine', 'operator'],
    params: z.object({ subscriptionId: Id, month: z.string().openapi({ example: '2026-12' }) }),
    query: nothing,
    body: z
      .strictObject({
        billed: z.boolean(),
        paid: z.boolean().openapi({ description: 'It may be paid before it is billed' }),
        effectiveDate: GivenDate.optional().openapi({
          description: "Since when, in the product's business time zone; today where absent, never later",
        }),
      })
      .openapi('PutBillingPeriod'),
    answers: { 200: { description: 'What is known of the month now', schema: BillingPeriodView } },
    problems: ['MALFORMED_JSON', 'INVALID_REQUEST', 'SUBSCRIPTION_NOT_FOUND', 'FACT_IN_FUTURE', 'CATALOGUE_INCOMPLETE'],
    handle: ({ actor, params: { subscriptionId, month }, body }) =>
      putBillingPeriod(dependencies, actor, { subscriptionId, ...MonthParams.parse({ month }) }, body),
  });

  addRoute(router, registry, {
    method: 'get',
    path: '/v1/subscriptions/{subscriptionId}/billing-periods',
    operationId: 'listBillingPeriods',
    summary: 'What billing has said of the months of a subscription, oldest first',
    tag,
    params: z.object({ subscriptionId: Id }),
    query: z.strictObject({ from: GivenMonth.optional(), until: GivenMonth.optional() }),
    answers: {
      200: {
        description: 'The months that billing has spoken of; of every other nothing is known',
        schema: z.object({ items: z.array(BillingPeriodView) }).openapi('BillingPeriods'),
      },
    },
    problems: ['INVALID_REQUEST', 'SUBSCRIPTION_NOT_FOUND'],
    async handle({ actor, params: { subscriptionId }, query: { from = '0001-01', until = '9999-12' } }) {
      const periods = await asTenant(dependencies.database, 'changeover_api', actor.tenant, async (transaction) => {
        await findVisibleSubscription(transaction, actor, subscriptionId);
        return billingPeriods(transaction, subscriptionId, { first: from, last: until });
      });
      return { status: 200, body: { items: periods.map(billingPeriodView) } };
    },
  });
}
