import { heldOf } from '../options-held.ts';
import { descriptionOf, type OrderRequest } from '../order-types.ts';
import type { Part, RequestedChange } from '../requested-change.ts';
import type { Subscription } from '../subscription.ts';

/** The parts of a request that are already as it asks. */
export const unchangedParts = (requested: RequestedChange, subscription: Subscription): Part[] =>
  (Object.keys(requested) as Part[]).filter((part) => isAlready(part, requested, subscription));

function isAlready(part: Part, requested: RequestedChange, subscription: Subscription): boolean {
  if (part === 'options') {
    return (requested.options ?? []).every(
      ({ optionId, quantity }) => heldOf(subscription.options, optionId) === quantity,
    );
  }
  if (part === 'autoRenewal') {
    const { enabled, frequency } = subscription.autoRenewal;
    return requested.autoRenewal?.enabled === enabled && requested.autoRenewal.frequency === frequency;
  }
  return requested[part] === subscription[part];
}

/** U2: whether asking for the present state of these parts takes a pending order back: when it asks for nothing else. */
export function withdraws(unchanged: readonly Part[], pending: OrderRequest): boolean {
  const asked = Object.keys(descriptionOf(pending).requested(pending)) as Part[];
  return asked.length > 0 && asked.every((part) => unchanged.includes(part));
}
