import { optionOf, type Product, planOf } from '../catalogue.ts';
import type { OptionQuantity } from '../requested-change.ts';
import type { AutoRenewal } from '../subscription.ts';

/** How orders speak of what they change, in notices and lists. */
export const units = (quantity: number, { unit }: Product): string =>
  `${quantity} ${quantity === 1 ? unit.one : unit.many}`;

export const planName = (planId: string, product: Product): string => planOf(product, planId)?.name ?? planId;

export const optionWords = (options: readonly OptionQuantity[], product: Product): string =>
  options.map(({ optionId, quantity }) => `${optionOf(product, optionId)?.name ?? optionId}: ${quantity}`).join(', ');

export const renewalWords = ({ enabled, frequency }: AutoRenewal): string =>
  enabled ? `renewed automatically, ${frequency === 'annual' ? 'each year' : 'each month'}` : 'not renewed';
