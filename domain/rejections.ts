import { ofQuantities } from './rejections/of-quantities.ts';
import { ofThePlan } from './rejections/of-the-plan.ts';
import { ofTheSituation } from './rejections/of-the-situation.ts';
import { ofTheTerm } from './rejections/of-the-term.ts';

/**
 * Every reason for which the rules may reject an order. A code is public API: the status is the HTTP answer's, and
 * docs/errors.md explains each. 409 where the order would be right after something else is settled, 422 where a rule refuses it,
 * 403 where somebody else has to order it.
 */
export const rejections = {
  ...ofTheSituation,
  ...ofQuantities,
  ...ofTheTerm,
  ...ofThePlan,
} as const satisfies Record<string, { status: 403 | 409 | 422; title: string; advice: string }>;

export type RejectionCode = keyof typeof rejections;
