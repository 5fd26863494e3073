import { partsEffectDate } from '../calendar/effect-date.ts';
import type { OptionQuantity } from '../requested-change.ts';
import type { OrderFields } from './common.ts';
import type { OrderTypeDescription } from './description.ts';
import { describeParts } from './parts-words.ts';

/** The totals wanted of the options named; those not named stay as they are. */
export type ChangeOptions = OrderFields & { type: 'changeOptions'; options: readonly OptionQuantity[] };

export const changeOptions: OrderTypeDescription<ChangeOptions> = {
  type: 'changeOptions',
  orderableBy: ['customer', 'partner', 'operator'],
  from: ['active'],
  modifies: true,
  requested: ({ options }) => ({ options }),
  rules: [],
  effectiveDate: ({ requested, ...timed }) => partsEffectDate(requested, timed),
  effect: () => ({}),
  words: {
    ordered: ({ order, product }) => `Change options: ${describeParts(changeOptions.requested(order), product)}`,
    completed: ({ order, product, effectiveDate }) => ({
      title: 'Options changed',
      text: `${product.name}, effective ${effectiveDate}: ${describeParts(changeOptions.requested(order), product)}.`,
    }),
    failed: ({ product }) => ({
      title: 'Options not changed',
      text: `The options of ${product.name} could not be changed. All is as before.`,
    }),
  },
};
