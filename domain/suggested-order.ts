import type { OrderRequest } from './order-types.ts';
import { later } from './plain-date.ts';
import type { DecisionInput, Failure } from './rules/rule.ts';

/** Each pass moves the order to a later day; more passes than windows in the calendar's reach mean that there is none. */
const MOST_PASSES = 6;

type FailuresOf = (input: DecisionInput) => readonly Failure[];

/**
 * What a person may send instead, and will have accepted: another order that the contract offers, or the same order on the
 * first day on which every rule passes. What needs a person's consent is never put in for them.
 */
export function suggestedOrder(input: DecisionInput, failuresOf: FailuresOf): OrderRequest | null {
  const accepted = (order: OrderRequest) => failuresOf({ ...input, order }).length === 0;
  const alternatives = failuresOf(input).flatMap(({ alternative }) => alternative ?? []);
  return alternatives.find(accepted) ?? onFirstDay(input, failuresOf);
}

function onFirstDay(input: DecisionInput, failuresOf: FailuresOf): OrderRequest | null {
  let order = input.order;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const failures = failuresOf({ ...input, order });
    if (failures.length === 0) return order === input.order ? null : order;
    const days = failures.flatMap(({ eligibleFrom }) => eligibleFrom ?? []);
    if (days.length < failures.length) return null;
    const day = days.reduce(later);
    if (day <= (order.requestedStartDate ?? input.today)) return null;
    order = { ...order, requestedStartDate: day };
  }
  return null;
}
