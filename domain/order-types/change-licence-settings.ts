import { partsEffectDate } from '../calendar/effect-date.ts';
import type { RequestedChange } from '../requested-change.ts';
import { partsOf } from './change-service-plan.ts';
import type { OrderFields } from './common.ts';
import type { OrderTypeDescription } from './description.ts';
import { partSteps } from './part-steps.ts';
import { describeParts } from './parts-words.ts';
import { presentParts } from './present-parts.ts';

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
  effectiveDate: (input) => partsEffectDate(input.requested, input),
  effect: () => ({}),
  examples({ subscription, contactEmail }) {
    const order = { type: 'changeLicenceSettings' as const, subscriptionId: subscription.id, contactEmail };
    const days = subscription.expirationNotificationDays === 30 ? 14 : 30;
    return [
      {
        action: 'changeUnitsPerLicence',
        order: { ...order, unitsPerLicence: subscription.unitsPerLicence === 1 ? 2 : 1 },
      },
      { action: 'changeExpirationNotification', order: { ...order, expirationNotificationDays: days } },
      { action: 'changeManaged', order: { ...order, managed: !subscription.managed } },
    ];
  },
  reversedBy({ subscriptionId, contactEmail, ...order }, before) {
    const parts = presentParts(partsOf(order), before);
    return parts && { type: 'changeLicenceSettings', subscriptionId, contactEmail, ...parts };
  },
  steps: (order, change) => partSteps(changeLicenceSettings.requested(order), change),
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
