import { terms } from '../../domain/catalogue.ts';
import { activationModes, type Subscription, subscriptionStates } from '../../domain/subscription.ts';
import { ShownDate } from '../plain-date.ts';
import { z } from '../zod-openapi.ts';

export const OptionQuantities = z
  .record(z.string(), z.int())
  .openapi({ description: 'Units of each option held, in total' });

/** What a contract knows of a subscription: what orders change, and what the rules look at. */
export const subscriptionFields = {
  quantity: z.int().openapi({ description: 'Licensed units in total' }),
  assignedQuantity: z.int().nullable().openapi({ description: 'Units in use, as the vendor last reported' }),
  options: OptionQuantities,
  term: z.enum(terms),
  servicePeriod: z.object({ start: ShownDate, end: ShownDate }).openapi({ description: 'Inclusive' }),
  state: z.enum(subscriptionStates),
  trial: z.boolean(),
  autoRenewal: z.object({ enabled: z.boolean(), frequency: z.enum(terms) }),
  expirationDate: ShownDate.nullable().openapi({ description: 'The last day of the licence' }),
  expirationNotificationDays: z.int().nullable(),
  unitsPerLicence: z.int().nullable(),
  managed: z.boolean(),
  firstOrderDate: ShownDate,
  activation: z.object({ mode: z.enum(activationModes), date: ShownDate.nullable() }),
  suspendedUntil: ShownDate.nullable(),
  partnerId: z.string().nullable().openapi({ description: 'The partner it was bought through' }),
};

/** A subscription as it was, is or would be at one time. */
export const SnapshotView = z
  .object({ productId: z.string(), planId: z.string(), skuId: z.string(), ...subscriptionFields })
  .openapi('SubscriptionSnapshot');

/** The fields of a subscription by their names; the rest of it is left out. */
export const snapshotView = ({ id: _, accountId: __, ...snapshot }: Subscription): z.input<typeof SnapshotView> =>
  snapshot;
