import { partsEffectDate } from '../calendar/effect-date.ts';
import type { Product } from '../catalogue.ts';
import { heldOf } from '../options-held.ts';
import type { OptionQuantity } from '../requested-change.ts';
import type { OptionQuantities } from '../subscription.ts';
import type { OrderFields } from './common.ts';
import type { OrderTypeDescription } from './description.ts';
import { partSteps } from './part-steps.ts';
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
  effectiveDate: (input) => partsEffectDate(input.requested, input),
  effect: () => ({}),
  examples({ subscription: { id, options, planId }, product, contactEmail }) {
    const order = (optionId: string, quantity: number): ChangeOptions => ({
      type: 'changeOptions',
      subscriptionId: id,
      options: [{ optionId, quantity }],
      contactEmail,
    });
    const addable = addableOption(product, planId, options);
    const [held] = Object.keys(options).filter((optionId) => !isRequired(product, options, optionId));
    return [
      { action: 'addOption', order: order(addable, heldOf(options, addable) + 1) },
      ...(held === undefined ? [] : [{ action: 'reduceOption', order: order(held, heldOf(options, held) - 1) }]),
    ];
  },
  reversedBy: ({ subscriptionId, options, contactEmail }, before) => ({
    type: 'changeOptions',
    subscriptionId,
    options: options.map(({ optionId }) => ({ optionId, quantity: heldOf(before.options, optionId) })),
    contactEmail,
  }),
  steps: (order, change) => partSteps(changeOptions.requested(order), change),
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

/** An option of which one more could be held; where the product has none, one that it does not know. */
function addableOption(product: Product, planId: string, held: OptionQuantities): string {
  const addable = product.options.find(
    ({ id, planIds, requires, maximumQuantity }) =>
      planIds.includes(planId) &&
      requires.every((required) => heldOf(held, required) > 0) &&
      (maximumQuantity === null || heldOf(held, id) < maximumQuantity),
  );
  return (addable ?? product.options[0])?.id ?? 'none';
}

const isRequired = (product: Product, held: OptionQuantities, optionId: string): boolean =>
  heldOf(held, optionId) === 1 &&
  product.options.some(({ id, requires }) => heldOf(held, id) > 0 && requires.includes(optionId));
