import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import type { Router } from 'express';
import { asTenant, readAsTenant } from '../../db/client.ts';
import { listSubscriptions } from '../../db/subscriptions.ts';
import { visibleAccounts } from '../actor.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { PageQuery, page, pageOf, positionIn } from '../page.ts';
import { addRoute, nothing } from '../route.ts';
import { Id } from '../text.ts';
import { addCalendarRoutes } from './calendar-routes.ts';
import { addEligibilityRoute } from './eligibility-route.ts';
import { findVisibleSubscription } from './find-visible-subscription.ts';
import { addHistoryRoute } from './history-route.ts';
import { loadOutlook } from './outlook.ts';
import { addSimulateRoute } from './simulate-route.ts';
import { SubscriptionParams, tag } from './subscription-params.ts';
import {
  SubscriptionSummaryView,
  SubscriptionView,
  subscriptionSummaryView,
  subscriptionView,
} from './subscription-view.ts';

export function addSubscriptionRoutes(
  router: Router,
  registry: OpenAPIRegistry,
  dependencies: Pick<ApiDependencies, 'database' | 'now'>,
): void {
  const { database, now } = dependencies;
  addRoute(router, registry, {
    method: 'get',
    path: '/v1/subscriptions',
    operationId: 'listSubscriptions',
    summary: 'Subscriptions, in the order of their ids',
    tag,
    params: nothing,
    query: PageQuery,
    answers: {
      200: {
        description: 'A page of subscriptions',
        schema: pageOf(SubscriptionSummaryView).openapi('SubscriptionPage'),
      },
    },
    problems: ['INVALID_REQUEST'],
    async handle({ actor, query: { pageSize, pageToken } }) {
      const after = positionIn(pageToken, Id);
      const accounts = visibleAccounts(actor);
      const accountIds = accounts === 'all' ? undefined : accounts;
      const rows = await asTenant(database, 'changeover_api', actor.tenant, (transaction) =>
        listSubscriptions(transaction, { accountIds, after, limit: pageSize + 1 }),
      );
      const { items, nextPageToken } = page(rows, pageSize, ({ id }) => id);
      return { status: 200, body: { items: items.map((row) => subscriptionSummaryView(row, now())), nextPageToken } };
    },
  });

  addRoute(router, registry, {
    method: 'get',
    path: '/v1/subscriptions/{subscriptionId}',
    operationId: 'getSubscription',
    summary: 'One subscription',
    tag,
    params: SubscriptionParams,
    query: nothing,
    answers: { 200: { description: 'The subscription', schema: SubscriptionView } },
    problems: ['SUBSCRIPTION_NOT_FOUND'],
    async handle({ actor, params: { subscriptionId } }) {
      const at = now();
      const { row, outlook } = await readAsTenant(database, 'changeover_api', actor.tenant, async (transaction) => {
        const row = await findVisibleSubscription(transaction, actor, subscriptionId);
        return { row, outlook: await loadOutlook(transaction, row, { role: actor.role, now: at }) };
      });
      // The version is for If-Match; what is pending, and what a day brings, changes without it.
      const headers = { ETag: `"${row.version}"`, 'Cache-Control': 'no-store' };
      return { status: 200, body: subscriptionView(row, outlook, at), headers };
    },
  });

  addEligibilityRoute(router, registry, dependencies);
  addCalendarRoutes(router, registry, dependencies);
  addSimulateRoute(router, registry, dependencies);
  addHistoryRoute(router, registry, dependencies);
}
