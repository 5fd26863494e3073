import { heldOf } from '../options-held.ts';
import type { RequestedChange } from '../requested-change.ts';
import type { Subscription } from '../subscription.ts';

/** The same parts as they are in a subscription: what an order would have to ask for to bring them back. Undefined when one of them had no value, for that cannot be asked for. */
export function presentParts(
  parts: RequestedChange,
  before: Subscription,
): Omit<RequestedChange, 'quantity' | 'term'> | undefined {
  const { planId, options, unitsPerLicence, expirationDate, autoRenewal, expirationNotificationDays, managed } = parts;
  const present = {
    ...(planId !== undefined && { planId: before.planId }),
    ...(options && {
      options: options.map(({ optionId }) => ({ optionId, quantity: heldOf(before.options, optionId) })),
    }),
    ...(unitsPerLicence !== undefined &&
      before.unitsPerLicence !== null && { unitsPerLicence: before.unitsPerLicence }),
    ...(expirationDate !== undefined && before.expirationDate !== null && { expirationDate: before.expirationDate }),
    ...(autoRenewal && { autoRenewal: before.autoRenewal }),
    ...(expirationNotificationDays !== undefined &&
      before.expirationNotificationDays !== null && { expirationNotificationDays: before.expirationNotificationDays }),
    ...(managed !== undefined && { managed: before.managed }),
  };
  return Object.keys(present).length === Object.keys(parts).length ? present : undefined;
}
