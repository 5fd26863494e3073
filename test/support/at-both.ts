import { createHttpProvisioner } from '../../activities/vendor/http-provisioner.ts';
import { asTenant } from '../../db/client.ts';
import { findSubscription, type SubscriptionRow, toSubscription } from '../../db/subscriptions.ts';
import type { Subscription } from '../../domain/subscription.ts';
import { type Stack, vendorKey } from './stack.ts';

/** What a vendor knows of a subscription and Changeover too. */
type Known = Pick<
  Subscription,
  | 'state'
  | 'quantity'
  | 'planId'
  | 'options'
  | 'term'
  | 'servicePeriod'
  | 'autoRenewal'
  | 'expirationDate'
  | 'unitsPerLicence'
  | 'expirationNotificationDays'
  | 'managed'
>;

const known = (one: Known): Known => {
  const { state, quantity, planId, options, term, servicePeriod, autoRenewal, expirationDate } = one;
  const { unitsPerLicence, expirationNotificationDays, managed } = one;
  const terms = { state, quantity, planId, options, term, servicePeriod, autoRenewal, expirationDate };
  return { ...terms, unitsPerLicence, expirationNotificationDays, managed };
};

/** A subscription as it is in Changeover, and as its vendor tells of it over the contract. */
export async function atBoth(
  stack: Stack,
  subscriptionId: string,
  tenant = 'acme',
): Promise<{ here: Known; there: Known | undefined; row: SubscriptionRow }> {
  const row = await asTenant(stack.database, 'changeover_api', tenant, (transaction) =>
    findSubscription(transaction, subscriptionId),
  );
  if (!row) throw new Error(`There is no subscription ${subscriptionId}`);
  const provisioner = createHttpProvisioner({ url: stack.vendorUrl, apiKey: vendorKey, timeoutMs: 5_000 });
  const details = await provisioner.details(row.vendorSubscriptionId);
  return { here: known(toSubscription(row)), there: details && known(details), row };
}
