import { partsEffectDate } from '../calendar/effect-date.ts';
import type { RequestedChange } from '../requested-change.ts';
import { partsOf } from './change-service-plan.ts';
import type { OrderFields } from './common.ts';
import type { OrderTypeDescription } from './description.ts';
import { describeParts } from './parts-words.ts';

/** R11: at least one of them. */
export type ChangeLicenceSettings = OrderFields & { type: 'changeLicenceSettings' } & Pick<
    RequestedChange,
    'unitsPerLicence' | 'expirationNotificationDays' | 'managed'
  >;

export const changeLicenceSettings: OrderTypeDescription<ChangeLicenceSettings> = {
  type: 'changeLicenceSettings',
  orderableBy: ['partner', 'operator'],
  from: ['active'],
  modifies: true,
  requested: partsOf,
  rules: [],
  effectiveDate: ({ requested, ...timed }) => partsEffectDate(requested, timed),
  effect: () => ({}),
  words: {
    ordered: ({ order, product }) =>
      `Change the licence settings: ${describeParts(changeLicenceSettings.requested(order), product)}`,
    completed: ({ order, product, effectiveDate }) => ({
      title: 'Licence settings changed',
      text: `${product.name}, effective ${effectiveDate}: ${describeParts(changeLicenceSettings.requested(order), product)}.`,
    }),
    failed: ({ product }) => ({
      title: 'Licence settings not changed',
      text: `The licence settings of ${product.name} could not be changed. All is as before.`,
    }),
  },
};
