import { partsEffectDate } from '../calendar/effect-date.ts';
import { addMonths, later, type PlainDate } from '../plain-date.ts';
import type { OrderFields } from './common.ts';
import type { OrderTypeDescription } from './description.ts';
import { partSteps } from './part-steps.ts';
import { describeParts } from './parts-words.ts';

/** R11: the last day of the licence. */
export type ChangeExpiration = OrderFields & { type: 'changeExpiration'; expirationDate: PlainDate };

export const changeExpiration: OrderTypeDescription<ChangeExpiration> = {
  type: 'changeExpiration',
  orderableBy: ['partner', 'operator'],
  from: ['active'],
  modifies: true,
  requested: ({ expirationDate }) => ({ expirationDate }),
  rules: [],
  effectiveDate: (input) => partsEffectDate(input.requested, input),
  effect: () => ({}),
  examples({ subscription: { id, expirationDate }, date, contactEmail }) {
    const order: ChangeExpiration = {
      type: 'changeExpiration',
      subscriptionId: id,
      expirationDate: addMonths(later(expirationDate ?? date, date), 1),
      contactEmail,
    };
    return [{ action: 'changeExpirationDate', order }];
  },
  reversedBy: ({ subscriptionId, contactEmail }, { expirationDate }) =>
    expirationDate === null ? undefined : { type: 'changeExpiration', subscriptionId, expirationDate, contactEmail },
  steps: (order, change) => partSteps(changeExpiration.requested(order), change),
  words: {
    ordered: ({ order, product }) =>
      `Change the expiration date: ${describeParts(changeExpiration.requested(order), product)}`,
    completed: ({ order, product, effectiveDate }) => ({
      title: 'Expiration date changed',
      text: `${product.name}, effective ${effectiveDate}: ${describeParts(changeExpiration.requested(order), product)}.`,
    }),
    failed: ({ product }) => ({
      title: 'Expiration date not changed',
      text: `The expiration date of ${product.name} could not be changed. All is as before.`,
    }),
  },
};
