import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import type { Router } from 'express';
import { readAsTenant } from '../../db/client.ts';
import { type HistoryRow, historyOf, subscriptionAsOf } from '../../db/subscription-history.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { orNull } from '../or-null.ts';
import { PageQuery, page, positionIn } from '../page.ts';
import { Instant } from '../plain-date.ts';
import { addRoute } from '../route.ts';
import { z } from '../zod-openapi.ts';
import { findVisibleSubscription } from './find-visible-subscription.ts';
import { SnapshotView, snapshotView } from './snapshot-view.ts';
import { SubscriptionParams, tag } from './subscription-params.ts';

/** A version of a row, as Postgres can hold it. */
const Position = z.int().min(0).max(2_147_483_647);
/** A moment of the years that Postgres and ISO 8601 write alike, whatever its offset does to it. */
const Moment = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine((moment) => moment >= FIRST_MOMENT && moment <= LAST_MOMENT, 'Is not in the years 0001 to 9999');
const FIRST_MOMENT = new Date('0001-01-01T00:00:00Z');
const LAST_MOMENT = new Date('9999-12-31T23:59:59.999Z');

const EntryView = z
  .object({
    version: z.int().openapi({ description: 'Of the subscription, after what happened' }),
    snapshot: SnapshotView,
    actor: z.string(),
    reason: z.string(),
    orderId: z.uuid().nullable(),
    effectiveAt: Instant.openapi({ description: 'From when it holds' }),
    recordedAt: Instant.openapi({ description: 'Since when it has been known' }),
  })
  .openapi('SubscriptionHistoryEntry');

const HistoryView = z
  .object({
    items: z.array(EntryView),
    nextPageToken: z.string().nullable(),
    stateThen: orNull(SnapshotView).openapi({
      description:
        'With effectiveAt or knownAt: the subscription as it was then, as far as it was known; null when nothing was',
    }),
  })
  .openapi('SubscriptionHistoryPage');

export function addHistoryRoute(
  router: Router,
  registry: OpenAPIRegistry,
  { database }: Pick<ApiDependencies, 'database'>,
): void {
  addRoute(router, registry, {
    method: 'get',
    path: '/v1/subscriptions/{subscriptionId}/history',
    operationId: 'getSubscriptionHistory',
    summary: 'What changed a subscription, in the order in which it was recorded',
    tag,
    params: SubscriptionParams,
    query: PageQuery.extend({
      effectiveAt: Moment.optional().openapi({ description: 'Only what held at this moment', format: 'date-time' }),
      knownAt: Moment.optional().openapi({ description: 'Only what was recorded by this moment', format: 'date-time' }),
    }),
    answers: { 200: { description: 'A page of the history', schema: HistoryView } },
    problems: ['INVALID_REQUEST', 'SUBSCRIPTION_NOT_FOUND'],
    async handle({ actor, params: { subscriptionId }, query: { pageSize, pageToken, ...moments } }) {
      const after = positionIn(pageToken, Position);
      const asks = moments.effectiveAt !== undefined || moments.knownAt !== undefined;
      const { rows, state } = await readAsTenant(database, 'changeover_api', actor.tenant, async (transaction) => {
        await findVisibleSubscription(transaction, actor, subscriptionId);
        return {
          rows: await historyOf(transaction, subscriptionId, { ...moments, after, limit: pageSize + 1 }),
          state: asks ? await subscriptionAsOf(transaction, subscriptionId, moments) : undefined,
        };
      });
      const { items, nextPageToken } = page(rows, pageSize, ({ version }) => version);
      const stateThen = state === undefined ? null : snapshotView(state);
      return { status: 200, body: { items: items.map(entryView), nextPageToken, stateThen } };
    },
  });
}

const entryView = ({ version, snapshot, actor, reason, orderId, effectiveAt, recordedAt }: HistoryRow) => ({
  version,
  snapshot: snapshotView(snapshot),
  actor,
  reason,
  orderId,
  effectiveAt: effectiveAt.toISOString(),
  recordedAt: recordedAt.toISOString(),
});
