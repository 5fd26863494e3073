import { periodFrom, type ServicePeriod } from './calendar/service-period.ts';
import { type Product, skuIn } from './catalogue.ts';
import { optionsAfter } from './options-held.ts';
import { descriptionOf, type OrderRequest } from './order-types.ts';
import type { PlainDate } from './plain-date.ts';
import type { RequestedChange } from './requested-change.ts';
import type { Subscription, SubscriptionChange } from './subscription.ts';

/**
 * What an order does to its subscription when it takes effect: the parts it asks for, and what its type does beside them.
 * `subscription` is as it is on that day, before the change.
 */
export function changeOf(
  order: OrderRequest,
  at: { subscription: Subscription; product: Product; effectiveDate: PlainDate },
): SubscriptionChange {
  const description = descriptionOf(order);
  return {
    ...partsChanged(description.requested(order), at),
    ...description.effect({ order, ...at }),
  };
}

export const changed = (subscription: Subscription, change: SubscriptionChange): Subscription => ({
  ...subscription,
  ...change,
});

function partsChanged(
  { options, planId, term, autoRenewal, ...plain }: RequestedChange,
  { subscription, product, effectiveDate }: { subscription: Subscription; product: Product; effectiveDate: PlainDate },
): SubscriptionChange {
  const { quantity, unitsPerLicence, expirationDate, expirationNotificationDays, managed } = plain;
  return {
    ...(quantity !== undefined && { quantity }),
    ...(unitsPerLicence !== undefined && { unitsPerLicence }),
    ...(expirationNotificationDays !== undefined && { expirationNotificationDays }),
    ...(managed !== undefined && { managed }),
    ...(options && { options: optionsAfter(options, subscription.options) }),
    ...(planId !== undefined && planChanged(product, planId, quantity ?? subscription.quantity)),
    ...(term && {
      term,
      ...periodChanged(subscription, periodFrom(term, effectiveDate)),
      autoRenewal: { enabled: subscription.autoRenewal.enabled, frequency: term },
    }),
    ...(autoRenewal && { autoRenewal }),
    ...(expirationDate !== undefined && {
      expirationDate,
      servicePeriod: { start: subscription.servicePeriod.start, end: expirationDate },
    }),
  };
}

/** A licence that expires, expires with its service period. */
const periodChanged = ({ expirationDate }: Subscription, servicePeriod: ServicePeriod): SubscriptionChange => ({
  servicePeriod,
  ...(expirationDate !== null && { expirationDate: servicePeriod.end }),
});

/** The plan's SKU comes with it. The vendor's account does not change: nothing here could name another (R12). */
function planChanged(product: Product, planId: string, quantity: number): SubscriptionChange {
  const sku = skuIn(product, planId, quantity);
  return { planId, ...(sku && { skuId: sku.id }) };
}
