import type { OptionQuantity } from './requested-change.ts';
import type { OptionQuantities } from './subscription.ts';

// An option may be called `constructor`: only own entries count.
export const heldOf = (options: OptionQuantities, optionId: string): number =>
  Object.hasOwn(options, optionId) ? (options[optionId] ?? 0) : 0;

/** Options of which fewer would be held, or none. */
export const reducedOptions = (asked: readonly OptionQuantity[], held: OptionQuantities): string[] =>
  asked.filter(({ optionId, quantity }) => quantity < heldOf(held, optionId)).map(({ optionId }) => optionId);

/** Options of which more would be held, or for the first time. */
export const addedOptions = (asked: readonly OptionQuantity[], held: OptionQuantities): string[] =>
  asked.filter(({ optionId, quantity }) => quantity > heldOf(held, optionId)).map(({ optionId }) => optionId);

/** What is held afterwards: the totals asked for, and unchanged what was not named; nothing is kept with a quantity of 0. */
export function optionsAfter(asked: readonly OptionQuantity[], held: OptionQuantities): OptionQuantities {
  const after = Object.entries({ ...held, ...Object.fromEntries(asked.map((one) => [one.optionId, one.quantity])) });
  return Object.fromEntries(after.filter(([, quantity]) => quantity > 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}
