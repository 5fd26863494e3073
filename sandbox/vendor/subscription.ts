import { z } from 'zod';
import { periodFrom } from '../../domain/calendar/service-period.ts';
import { type PlainDate, startOfMonth } from '../../domain/plain-date.ts';
import {
  activationCode,
  autoRenewal,
  date,
  eventsAs,
  Id,
  licenceSettings,
  options,
  Quantity,
  servicePeriod,
  subscriptionState,
  term,
} from './subscription-fields.ts';

const given = {
  state: subscriptionState,
  quantity: Quantity,
  planId: Id,
  options,
  term,
  servicePeriod,
  autoRenewal,
  expirationDate: date.nullable(),
  ...licenceSettings,
  assignedQuantity: z.int().min(0).nullable(),
  /** null: it has none. */
  activationCode: activationCode.nullable(),
};

/** A subscription as the contract shows it. Options of which there are none are left out. */
export type Subscription = { id: string } & { [Field in keyof typeof given]: z.infer<(typeof given)[Field]> };

/** What is known of a subscription when it is registered. What is not given becomes what is usual; without a code it gets one. */
export const Registration = z
  .strictObject({ ...given, ...eventsAs })
  .partial()
  .required({ quantity: true });
export type Registration = z.infer<typeof Registration>;
/** A registration as it is asked for: options in any order. */
export type RegistrationRequest = z.input<typeof Registration>;

/** The subscription that a registration of the instant `at` describes. */
export function newSubscription(
  { id, at }: { id: string; at: string },
  {
    state = 'active',
    quantity,
    planId = 'standard',
    options = [],
    term = 'monthly',
    servicePeriod = periodFrom(term, startOfMonth(at.slice(0, 10) as PlainDate)),
    autoRenewal = { enabled: true, frequency: term },
    expirationDate = null,
    unitsPerLicence = null,
    expirationNotificationDays = null,
    managed = false,
    assignedQuantity = null,
    activationCode = null,
  }: Registration,
): Subscription {
  return {
    id,
    state,
    quantity,
    planId,
    options: options.filter((option) => option.quantity > 0),
    term,
    servicePeriod,
    autoRenewal,
    expirationDate,
    unitsPerLicence,
    expirationNotificationDays,
    managed,
    assignedQuantity,
    activationCode,
  };
}
