import { reportSubscription } from './change-subscription.ts';
import type { Transaction } from './client.ts';
import type { OrderRow } from './orders.ts';
import type { SubscriptionRow } from './subscriptions.ts';

/**
 * Ends the subscription of a purchase that comes to nothing: it was never made at the vendor, so this is no cancellation (R4). Of
 * other orders it does nothing. The caller holds the subscription's lock.
 */
export async function endUnmade(
  transaction: Transaction,
  { id: orderId, request, effectiveDate, decisionDate }: OrderRow,
  subscription: SubscriptionRow,
  { actor, at }: { actor: string; at: Date },
): Promise<void> {
  if (request.type !== 'purchase' || subscription.state === 'terminated') return;
  await reportSubscription(
    transaction,
    subscription,
    { state: 'terminated' },
    {
      orderId,
      actor,
      reason: 'the purchase came to nothing',
      effectiveAt: at,
      effectiveDate: effectiveDate ?? decisionDate,
    },
  );
}
