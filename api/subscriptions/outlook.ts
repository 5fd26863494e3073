import { dateIn } from '../../business-time.ts';
import { CatalogueIncomplete, loadProduct } from '../../db/catalogue.ts';
import type { Transaction } from '../../db/client.ts';
import { loadFacts } from '../../db/order-facts.ts';
import { loadPolicy } from '../../db/policies.ts';
import { toSubscription } from '../../db/subscriptions.ts';
import { nextWindow, type Phase, phaseOn } from '../../domain/calendar/phase.ts';
import type { ServicePeriod } from '../../domain/calendar/service-period.ts';
import type { Product } from '../../domain/catalogue.ts';
import { descriptionOf, type OrderType } from '../../domain/order-types.ts';
import type { PendingChange } from '../../domain/pending/pending-change.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Role } from '../../domain/role.ts';
import { advance, hasEnded } from '../../domain/world.ts';
import { todayFor } from '../today.ts';
import type { VisibleSubscription } from './find-visible-subscription.ts';

/** Where a subscription stands in its term, and what is pending on it. */
export type Outlook = {
  phase: Phase | 'ended' | null;
  renewalWindow: ServicePeriod | null;
  pendingChanges: PendingChangeWords[];
};

export type PendingChangeWords = { orderId: string; type: OrderType; effectiveDate: PlainDate; words: string };

/** A subscription can be looked at even where its product cannot be ordered for; then its phase is null. */
export async function loadOutlook(
  transaction: Transaction,
  row: VisibleSubscription,
  { role, now }: { role: Role; now: Date },
): Promise<Outlook> {
  const product = await loadProduct(transaction, row.productId);
  const today = todayFor(product, now);
  const facts = await loadFacts(transaction, row, { role, today: today ?? dateIn('UTC', now) });
  const pendingChanges = facts.pendingChanges.map((pending) => pendingChangeWords(pending, product));
  const policy = today === null ? undefined : await policyInForce(transaction, product.policyId, today);
  if (row.state === 'terminated' || row.state === 'expired') {
    return { phase: 'ended', renewalWindow: null, pendingChanges };
  }
  if (policy === undefined || today === null) return { phase: null, renewalWindow: null, pendingChanges };
  // As the rules see it: a period that has ended is over, whether or not its renewal has been recorded.
  const { subscription } = advance({ date: today, subscription: toSubscription(row), facts }, product, today).world;
  if (hasEnded(subscription)) return { phase: 'ended', renewalWindow: null, pendingChanges };
  return {
    phase: phaseOn(subscription, policy, facts.billingPeriods, today),
    renewalWindow:
      subscription.term === 'annual' ? nextWindow(subscription, policy, facts.billingPeriods, today) : null,
    pendingChanges,
  };
}

/** A pending change as a person is told of it. */
export const pendingChangeWords = (
  { orderId, order, effectiveDate }: PendingChange,
  product: Product,
): PendingChangeWords => ({
  orderId,
  type: order.type,
  effectiveDate,
  words: descriptionOf(order).words.ordered({ order, product }),
});

async function policyInForce(transaction: Transaction, policyId: string, on: PlainDate): Promise<Policy | undefined> {
  try {
    return await loadPolicy(transaction, policyId, on);
  } catch (error) {
    if (error instanceof CatalogueIncomplete) return undefined;
    throw error;
  }
}
