import { and, eq } from 'drizzle-orm';
import { later, type PlainDate } from '../domain/plain-date.ts';
import type { SubscriptionChange, SubscriptionState } from '../domain/subscription.ts';
import type { Transaction } from './client.ts';
import { subscriptionHistory, subscriptions } from './schema/subscriptions.ts';
import { type SubscriptionRow, toSubscription, VersionConflict } from './subscriptions.ts';

/** Who changed a subscription and why, and from when it holds; `effectiveDate` is the day of `effectiveAt` in the product's zone. */
export type ChangeRecord = {
  orderId: string | null;
  actor: string;
  reason: string;
  effectiveAt: Date;
  effectiveDate: PlainDate;
};

/**
 * Writes what an order did to its subscription, and the history of it. The caller holds the row's lock. Throws VersionConflict
 * when the row is no longer what the caller has read.
 */
export function changeSubscription(
  transaction: Transaction,
  before: SubscriptionRow,
  change: SubscriptionChange,
  record: ChangeRecord,
): Promise<SubscriptionRow> {
  const { servicePeriod, autoRenewal, ...plain } = change;
  return write(
    transaction,
    before,
    {
      ...plain,
      ...(servicePeriod && { periodStart: servicePeriod.start, periodEnd: servicePeriod.end }),
      ...(autoRenewal && {
        autoRenewalEnabled: autoRenewal.enabled,
        autoRenewalFrequency: autoRenewal.frequency,
      }),
      ...increased(before, change, record),
      ...ended(before, change, record),
    },
    record,
  );
}

/** Writes what a vendor reported of a subscription, and the history of it. The caller holds the row's lock; throws VersionConflict. */
export const reportSubscription = (
  transaction: Transaction,
  before: SubscriptionRow,
  report: { state: SubscriptionState } | { assignedQuantity: number | null },
  record: ChangeRecord,
): Promise<SubscriptionRow> => write(transaction, before, report, record);

function increased(
  { quantity, lastIncreaseDate }: SubscriptionRow,
  change: SubscriptionChange,
  { effectiveDate }: ChangeRecord,
): Partial<SubscriptionRow> {
  if (change.quantity === undefined || change.quantity <= quantity) return {};
  return { lastIncreaseDate: lastIncreaseDate === null ? effectiveDate : later(lastIncreaseDate, effectiveDate) };
}

function ended(
  { state }: SubscriptionRow,
  change: SubscriptionChange,
  { effectiveDate }: ChangeRecord,
): Partial<SubscriptionRow> {
  if (change.state === undefined || change.state === state) return {};
  return { terminatedOn: change.state === 'terminated' ? effectiveDate : null };
}

async function write(
  transaction: Transaction,
  before: SubscriptionRow,
  columns: Partial<SubscriptionRow>,
  record: ChangeRecord,
): Promise<SubscriptionRow> {
  const [after] = await transaction
    .update(subscriptions)
    .set({ ...columns, version: before.version + 1 })
    .where(and(eq(subscriptions.id, before.id), eq(subscriptions.version, before.version)))
    .returning();
  if (!after) throw new VersionConflict(`Subscription ${before.id} is no longer at version ${before.version}`);
  const { tenant, id: subscriptionId, version } = after;
  await transaction
    .insert(subscriptionHistory)
    .values({ ...record, tenant, subscriptionId, version, snapshot: toSubscription(after) });
  return after;
}
