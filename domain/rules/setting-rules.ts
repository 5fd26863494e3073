import type { Setting } from '../catalogue.ts';
import { later } from '../plain-date.ts';
import { failed, type Rule } from './rule.ts';

/** R11: a product offers some settings, and nothing else of a licence is modified. */
const offered = (setting: Setting): Rule => ({
  name: `${setting}Offered`,
  source: 'R11',
  sentence: 'The settings you can modify are those of the product’s service plans.',
  judged: 'onDecisionDate',
  namedInPolicyAs: null,
  part: setting,
  check({ product: { settings } }) {
    const inputs = { setting, offered: settings };
    return settings.includes(setting) ? { inputs } : failed('SETTING_NOT_OFFERED', inputs);
  },
});

export const unitsPerLicenceOffered = offered('unitsPerLicence');
export const expirationDateOffered = offered('expirationDate');
export const autoRenewalOffered = offered('autoRenewal');
export const expirationNotificationDaysOffered = offered('expirationNotificationDays');
export const managedOffered = offered('managed');

/** R11: units are assigned to licences, so no licence has more than there are. */
export const unitsPerLicenceWithinQuantity: Rule = {
  name: 'unitsPerLicenceWithinQuantity',
  source: 'R11',
  sentence: 'Choose the number of units to assign in each license.',
  judged: 'alsoAtEffect',
  namedInPolicyAs: null,
  part: 'unitsPerLicence',
  check({ requested: { unitsPerLicence = 0, quantity }, subscription }) {
    const total = quantity ?? subscription.quantity;
    const inputs = { unitsPerLicence, quantity: total };
    return unitsPerLicence > total
      ? failed('UNITS_PER_LICENCE_ABOVE_QUANTITY', inputs, { unitsPerLicence: total })
      : { inputs };
  },
};

/** R11: the same from the other side, so that a decrease leaves no licence larger than the whole. */
export const quantityHoldsLicence: Rule = {
  ...unitsPerLicenceWithinQuantity,
  name: 'quantityHoldsLicence',
  part: 'quantity',
  check({ requested: { quantity = 0 }, subscription }) {
    const unitsPerLicence = subscription.unitsPerLicence ?? 0;
    const inputs = { quantity, unitsPerLicence };
    return quantity < unitsPerLicence
      ? failed('UNITS_PER_LICENCE_ABOVE_QUANTITY', inputs, { quantity: unitsPerLicence })
      : { inputs };
  },
};

/** R11. A licence is ended on a day that is still to come, and that is in its service period; to end it now there is `cancel`. */
export const expirationDateAhead: Rule = {
  name: 'expirationDateAhead',
  source: 'R11',
  sentence: 'Configure the expiration date of the license.',
  judged: 'onDecisionDate',
  namedInPolicyAs: null,
  part: 'expirationDate',
  check({ requested: { expirationDate = '0001-01-01' }, subscription: { servicePeriod }, effectiveDate }) {
    const first = later(effectiveDate, servicePeriod.start);
    const inputs = { expirationDate, first };
    return expirationDate < first
      ? failed('EXPIRATION_DATE_PAST', inputs, { expirationDate: first })
      : { inputs, passesUntil: expirationDate };
  },
};

/** R11. */
export const frequencyOffered: Rule = {
  name: 'frequencyOffered',
  source: 'R11',
  sentence: 'Select Yes to auto-renew the service plan at the specified frequency.',
  judged: 'onDecisionDate',
  namedInPolicyAs: null,
  part: 'autoRenewal',
  check({ requested: { autoRenewal }, product: { terms } }) {
    const inputs = { frequency: autoRenewal?.frequency ?? null, terms };
    return autoRenewal !== undefined && !terms.includes(autoRenewal.frequency)
      ? failed('FREQUENCY_NOT_OFFERED', inputs)
      : { inputs };
  },
};

/** R16: where terms change by contract, renewing at another frequency is no way around it. */
export const frequencyKeepsTerm: Rule = {
  name: 'frequencyKeepsTerm',
  source: 'R16',
  sentence: 'The term is changed by an order of its own, at the time the contract allows.',
  judged: 'onDecisionDate',
  namedInPolicyAs: 'renewalWindow',
  part: 'autoRenewal',
  check({ order, requested: { autoRenewal }, subscription: { term } }) {
    const frequency = autoRenewal?.frequency ?? term;
    const inputs = { frequency, term };
    if (frequency === term) return { inputs };
    const { contactEmail, subscriptionId } = { subscriptionId: '', ...order };
    const result = failed('FREQUENCY_CHANGES_TERM', inputs);
    const alternative = { type: 'changeTerm' as const, subscriptionId, contactEmail, term: frequency };
    return { inputs, failure: result.failure && { ...result.failure, alternative } };
  },
};
