import type { PlainDate } from '../domain/plain-date.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { Transaction } from './client.ts';
import { subscriptionHistory, subscriptions } from './schema/subscriptions.ts';

/**
 * Writes a subscription that has been bought, and the first row of its history. Until the vendor has made it, it goes by its own
 * id there too.
 */
export async function insertPurchased(
  transaction: Transaction,
  tenant: string,
  subscription: Subscription,
  { actor, effectiveDate, at }: { actor: string; effectiveDate: PlainDate; at: Date },
): Promise<void> {
  const { servicePeriod, autoRenewal, activation, ...plain } = subscription;
  await transaction.insert(subscriptions).values({
    ...plain,
    tenant,
    vendorSubscriptionId: subscription.id,
    periodStart: servicePeriod.start,
    periodEnd: servicePeriod.end,
    autoRenewalEnabled: autoRenewal.enabled,
    autoRenewalFrequency: autoRenewal.frequency,
    activationMode: activation.mode,
    activationDate: activation.date,
  });
  await transaction.insert(subscriptionHistory).values({
    tenant,
    subscriptionId: subscription.id,
    version: 1,
    orderId: subscription.id,
    actor,
    reason: 'order purchase',
    snapshot: subscription,
    effectiveAt: at,
    effectiveDate,
  });
}
