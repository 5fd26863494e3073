import { optionOf, type Product } from './catalogue.ts';
import { heldOf } from './options-held.ts';
import type { OptionQuantities } from './subscription.ts';

/** What is lacking, as `<option> requires <option>`; empty when every option held has what it requires. */
export const missingPrerequisites = (product: Product, held: OptionQuantities): string[] =>
  Object.keys(held).flatMap((optionId) =>
    (optionOf(product, optionId)?.requires ?? [])
      .filter((required) => heldOf(held, required) === 0)
      .map((required) => `${optionId} requires ${required}`),
  );
