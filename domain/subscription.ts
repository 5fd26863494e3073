import type { ServicePeriod } from './calendar/service-period.ts';
import type { Term } from './catalogue.ts';
import type { PlainDate } from './plain-date.ts';

export const subscriptionStates = ['pendingActivation', 'active', 'suspended', 'terminated', 'expired'] as const;
export type SubscriptionState = (typeof subscriptionStates)[number];

/** Whether and for how long a subscription goes on after its service period. */
export type AutoRenewal = { enabled: boolean; frequency: Term };

/** Units of each option held, in total; an option that is not named has none. */
export type OptionQuantities = { readonly [optionId: string]: number };

/** R13: how a new subscription becomes active. */
export const activationModes = ['firstLogon', 'onDate', 'code'] as const;
export type ActivationMode = (typeof activationModes)[number];
export type Activation = { mode: ActivationMode /** For `onDate`. */; date: PlainDate | null };

/** What a customer holds. Quantities are licensed units in total; dates are in the product's zone. */
export type Subscription = {
  id: string;
  accountId: string;
  productId: string;
  planId: string;
  skuId: string;
  quantity: number;
  /** Units in use at the vendor, as last reported; null when the vendor has not said. */
  assignedQuantity: number | null;
  options: OptionQuantities;
  term: Term;
  /** The term it is in, or, before the first day of an annual one, the term to come. */
  servicePeriod: ServicePeriod;
  state: SubscriptionState;
  trial: boolean;
  autoRenewal: AutoRenewal;
  /** Last day of the licence; null where a licence does not expire by itself. */
  expirationDate: PlainDate | null;
  /** Days before the expiration date from which the licence status is `expiringSoon`; null for none. */
  expirationNotificationDays: number | null;
  unitsPerLicence: number | null;
  /** Whether the product is managed through the seller's remote console. */
  managed: boolean;
  /** The day of the order that made it. */
  firstOrderDate: PlainDate;
  activation: Activation;
  /** The day on which a suspension ends by itself (R24); null while not suspended, or suspended without an end. */
  suspendedUntil: PlainDate | null;
  /** The partner it was bought through (R25); null when bought directly. */
  partnerId: string | null;
};

/** What an order may change in a subscription. The vendor's own name for it is not among it: plans change in place (R12). */
export type SubscriptionChange = Partial<
  Pick<
    Subscription,
    | 'quantity'
    | 'planId'
    | 'skuId'
    | 'options'
    | 'term'
    | 'servicePeriod'
    | 'state'
    | 'autoRenewal'
    | 'expirationDate'
    | 'expirationNotificationDays'
    | 'unitsPerLicence'
    | 'managed'
    | 'suspendedUntil'
  >
>;
