import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import type { Router } from 'express';
import { asTenant } from '../../db/client.ts';
import { findSubscription, listSubscriptions } from '../../db/subscriptions.ts';
import { maySee, visibleAccounts } from '../actor.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { PageQuery, page, pageOf, positionIn } from '../page.ts';
import { Problem } from '../problem.ts';
import { addRoute, nothing } from '../route.ts';
import { Id } from '../text.ts';
import { z } from '../zod-openapi.ts';
import { SubscriptionView, subscriptionView } from './subscription-view.ts';

const tag = 'Subscriptions';

export function addSubscriptionRoutes(
  router: Router,
  registry: OpenAPIRegistry,
  { database }: Pick<ApiDependencies, 'database'>,
): void {
  addRoute(router, registry, {
    method: 'get',
    path: '/v1/subscriptions',
    operationId: 'listSubscriptions',
    summary: 'Subscriptions, in the order of their ids',
    tag,
    params: nothing,
    query: PageQuery,
    answers: {
      200: { description: 'A page of subscriptions', schema: pageOf(SubscriptionView).openapi('SubscriptionPage') },
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
      return { status: 200, body: { items: items.map(subscriptionView), nextPageToken } };
    },
  });

  addRoute(router, registry, {
    method: 'get',
    path: '/v1/subscriptions/{subscriptionId}',
    operationId: 'getSubscription',
    summary: 'One subscription',
    tag,
    params: z.object({ subscriptionId: Id }),
    query: nothing,
    answers: { 200: { description: 'The subscription', schema: SubscriptionView } },
    problems: ['SUBSCRIPTION_NOT_FOUND'],
    async handle({ actor, params: { subscriptionId } }) {
      const row = await asTenant(database, 'changeover_api', actor.tenant, (transaction) =>
        findSubscription(transaction, subscriptionId),
      );
      if (!row || !maySee(actor, { tenant: row.tenant, account: row.accountId })) {
        throw new Problem('SUBSCRIPTION_NOT_FOUND');
      }
      return { status: 200, body: subscriptionView(row), headers: { ETag: `"${row.version}"` } };
    },
  });
}
