import type { SubscriptionView as Row } from '../../db/subscriptions.ts';
import { toSubscription } from '../../db/subscriptions.ts';
import { phases } from '../../domain/calendar/phase.ts';
import { lifecycleOn } from '../../domain/catalogue.ts';
import { licenceStatus, licenceStatuses } from '../../domain/licence-status.ts';
import { PendingChangeView } from '../orders/decision-view.ts';
import { ShownDate } from '../plain-date.ts';
import { todayFor } from '../today.ts';
import { z } from '../zod-openapi.ts';
import type { Outlook } from './outlook.ts';
import { snapshotView, subscriptionFields } from './snapshot-view.ts';

const today = 'Today, in the time zone of the product; null where the catalogue names no real zone';

/** A subscription as it is, as far as it can be told without looking at its orders. */
export const SubscriptionSummaryView = z
  .object({
    id: z.string(),
    account: z.object({ id: z.string(), name: z.string(), contactEmail: z.string() }),
    product: z.object({
      id: z.string(),
      name: z.string(),
      timeZone: z.string(),
      unit: z.object({ one: z.string(), many: z.string() }),
    }),
    plan: z.object({
      id: z.string(),
      name: z.string(),
      level: z.int(),
      lifecycle: z.enum(['active', 'endOfSale', 'endOfLife']).nullable().openapi({ description: today }),
    }),
    sku: z.object({
      id: z.string(),
      name: z.string(),
      minimumQuantity: z.int().nullable(),
      maximumQuantity: z.int().nullable(),
      quantityStep: z.int(),
    }),
    ...subscriptionFields,
    licenceStatus: z.enum(licenceStatuses).nullable().openapi({ description: today }),
    compositionApprovalPending: z
      .boolean()
      .openapi({ description: 'The composition of the suite has changed, and a partner has not approved that yet' }),
    version: z.int(),
  })
  .openapi('SubscriptionSummary');
export type SubscriptionSummaryView = z.infer<typeof SubscriptionSummaryView>;

export const SubscriptionView = SubscriptionSummaryView.extend({
  phase: z
    .enum([...phases, 'ended'])
    .nullable()
    .openapi({ description: 'Where it stands in its term today; null while no version of its policy is in force' }),
  renewalWindow: z
    .object({ start: ShownDate, end: ShownDate })
    .nullable()
    .openapi({ description: 'Of an annual term: the days on which it may next be reduced, inclusive' }),
  pendingChanges: z.array(PendingChangeView).openapi({ description: 'In the order in which they take effect' }),
}).openapi('Subscription');
export type SubscriptionView = z.infer<typeof SubscriptionView>;

export function subscriptionSummaryView(row: Row, now: Date): SubscriptionSummaryView {
  const { account, product, plan, sku } = row;
  const { productId: _, planId: __, skuId: ___, ...fields } = snapshotView(toSubscription(row));
  const today = todayFor(product, now);
  return {
    id: row.id,
    account: { id: account.id, name: account.name, contactEmail: account.contactEmail },
    product: {
      id: product.id,
      name: product.name,
      timeZone: product.timeZone,
      unit: { one: product.unitOne, many: product.unitMany },
    },
    plan: {
      id: plan.id,
      name: plan.name,
      level: plan.level,
      lifecycle: today === null ? null : lifecycleOn(plan, today),
    },
    sku: {
      id: sku.id,
      name: sku.name,
      minimumQuantity: sku.minimumQuantity,
      maximumQuantity: sku.maximumQuantity,
      quantityStep: sku.quantityStep,
    },
    ...fields,
    licenceStatus: today === null ? null : licenceStatus(row, today),
    compositionApprovalPending:
      plan.compositionChangedOn !== null && (today === null || plan.compositionChangedOn <= today),
    version: row.version,
  };
}

export const subscriptionView = (row: Row, outlook: Outlook, now: Date): SubscriptionView => ({
  ...subscriptionSummaryView(row, now),
  ...outlook,
});
