import type { OrderRequest } from './order-types.ts';
import { later } from './plain-date.ts';
import type { DecisionInput, Failure } from './rules/rule.ts';

/** Each pass moves the order to a later day; more passes than windows in the calendar's reach mean that there is none. */
const MOST_PASSES = 6;

type FailuresOf = (input: DecisionInput) => readonly Failure[];

/**
 * What a person may send instead, and will have accepted: another order that the contract offers, or the same order, each on
 * the first day on which every rule passes. What needs a person's consent is never put in for them.
 */
export function suggestedOrder(
  input: DecisionInput,
  failures: readonly Failure[],
  failuresOf: FailuresOf,
): OrderRequest | null {
  const alternatives = failures.flatMap(({ alternative }) => alternative ?? []);
  const inputs = [...alternatives.map((order) => inputFor(order, input)), input];
  for (const one of inputs) {
    const order = onFirstDay(one, failuresOf);
    if (order !== null && order !== input.order) return order;
  }
  return null;
}

/** An alternative to a purchase is about a subscription that is there already; what is pending on that one is judged when it is sent. */
function inputFor(order: OrderRequest, input: DecisionInput): DecisionInput {
  if (input.order.type !== 'purchase' || order.type === 'purchase') return { ...input, order };
  const existing = input.facts.activatedSubscriptions.find(({ id }) => id === order.subscriptionId);
  return { ...input, order, subscription: existing ?? input.subscription };
}

/** The order itself when it passes today; null when no day is known on which it does. */
function onFirstDay(input: DecisionInput, failuresOf: FailuresOf): OrderRequest | null {
  let order = input.order;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const failures = failuresOf({ ...input, order });
    if (failures.length === 0) return order;
    const days = failures.flatMap(({ eligibleFrom }) => eligibleFrom ?? []);
    if (days.length < failures.length) return null;
    const day = days.reduce(later);
    if (day <= (order.requestedStartDate ?? input.today)) return null;
    order = { ...order, requestedStartDate: day };
  }
  return null;
}
