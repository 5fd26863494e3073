import { and, asc, desc, eq, gt, lte } from 'drizzle-orm';
import type { Subscription } from '../domain/subscription.ts';
import type { Transaction } from './client.ts';
import { subscriptionHistory } from './schema/subscriptions.ts';

export type HistoryRow = typeof subscriptionHistory.$inferSelect;

/** Up to which moments to look: what held at `effectiveAt`, as far as it had been recorded at `knownAt`; now where absent. */
export type Moments = { effectiveAt?: Date | undefined; knownAt?: Date | undefined };

const until = ({ effectiveAt, knownAt }: Moments) => [
  effectiveAt && lte(subscriptionHistory.effectiveAt, effectiveAt),
  knownAt && lte(subscriptionHistory.recordedAt, knownAt),
];

/** One page of what changed a subscription, in the order in which it was recorded. `after` is the version of the last row seen. */
export function historyOf(
  transaction: Transaction,
  subscriptionId: string,
  { after = 0, limit, ...moments }: Moments & { after?: number | undefined; limit: number },
): Promise<HistoryRow[]> {
  return transaction
    .select()
    .from(subscriptionHistory)
    .where(
      and(
        eq(subscriptionHistory.subscriptionId, subscriptionId),
        gt(subscriptionHistory.version, after),
        ...until(moments),
      ),
    )
    .orderBy(asc(subscriptionHistory.version))
    .limit(limit);
}

/** The subscription as it was at one moment and known at another; undefined when nothing of it was. */
export async function subscriptionAsOf(
  transaction: Transaction,
  subscriptionId: string,
  moments: Moments,
): Promise<Subscription | undefined> {
  const [row] = await transaction
    .select({ snapshot: subscriptionHistory.snapshot })
    .from(subscriptionHistory)
    .where(and(eq(subscriptionHistory.subscriptionId, subscriptionId), ...until(moments)))
    .orderBy(desc(subscriptionHistory.effectiveAt), desc(subscriptionHistory.version))
    .limit(1);
  return row?.snapshot;
}
