import type { ServicePeriod } from './calendar/service-period.ts';
import type { Term } from './catalogue.ts';
import type { PlainDate } from './plain-date.ts';
import type { OptionQuantity } from './requested-change.ts';
import type { Activation, AutoRenewal } from './subscription.ts';

/**
 * What a vendor can be asked to do with a subscription. Quantities are totals after the change; options name the totals wanted
 * and leave the others as they are; dates are in the product's zone. A change of plan keeps account, agents and code (R12, R23).
 */
export type VendorAction =
  | { operation: 'changeQuantity'; quantity: number }
  | { operation: 'changePlan'; planId: string }
  | { operation: 'changeOptions'; options: readonly OptionQuantity[] }
  | { operation: 'changeTerm'; term: Term; servicePeriod: ServicePeriod }
  | { operation: 'changeRenewal'; autoRenewal: AutoRenewal }
  | { operation: 'changeExpiration'; expirationDate: PlainDate | null }
  | {
      operation: 'changeLicenceSettings';
      /** null: it has none. */
      unitsPerLicence: number | null;
      expirationNotificationDays: number | null;
      managed: boolean;
    }
  | { operation: 'suspend' }
  | { operation: 'activate' }
  | { operation: 'terminate' }
  | {
      /** One call with all that the next service period begins with. */
      operation: 'renew';
      term: Term;
      servicePeriod: ServicePeriod;
      planId: string;
      quantity: number;
      options: readonly OptionQuantity[];
    }
  | {
      /** Makes the subscription; the vendor gives it its own id. */
      operation: 'create';
      productId: string;
      planId: string;
      quantity: number;
      term: Term;
      servicePeriod: ServicePeriod;
      options: readonly OptionQuantity[];
      activation: Activation;
    };

/** One vendor operation of an order: done in turn, undone in reverse. `name` is its own within the order, and part of its key for good. */
export type VendorStep = {
  name: string;
  does: VendorAction;
  /** What brings back what was before; null where nothing can. */
  undoes: VendorAction | null;
};
