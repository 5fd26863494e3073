import type { Product } from '../catalogue.ts';
import type { RequestedChange } from '../requested-change.ts';
import { optionWords, planName, renewalWords, units } from './words.ts';

/** The parts of a change as a person reads them: "plan Advanced, 5 units per licence". */
export function describeParts(parts: RequestedChange, product: Product): string {
  const { quantity, planId, options, term, unitsPerLicence, expirationDate, autoRenewal } = parts;
  const { expirationNotificationDays, managed } = parts;
  return [
    ...(quantity === undefined ? [] : [`${units(quantity, product)} in total`]),
    ...(planId === undefined ? [] : [`plan ${planName(planId, product)}`]),
    ...(options === undefined ? [] : [optionWords(options, product)]),
    ...(term === undefined ? [] : [`${term} service`]),
    ...(unitsPerLicence === undefined ? [] : [`${unitsPerLicence} units per licence`]),
    ...(expirationDate === undefined ? [] : [`expires ${expirationDate}`]),
    ...(autoRenewal === undefined ? [] : [renewalWords(autoRenewal)]),
    ...(expirationNotificationDays === undefined
      ? []
      : [`notified ${expirationNotificationDays} days before expiration`]),
    ...(managed === undefined ? [] : [managed ? 'managed remotely' : 'not managed remotely']),
  ].join(', ');
}
