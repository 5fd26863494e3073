import { heldOf } from '../options-held.ts';
import type { OptionQuantity, Part, RequestedChange } from '../requested-change.ts';
import type { Subscription } from '../subscription.ts';

/** The parts of a request that are already as it asks. */
export const unchangedParts = (requested: RequestedChange, subscription: Subscription): Part[] =>
  partsOf(requested).filter((part) => isAlready(part, requested, subscription));

export const partsOf = (requested: RequestedChange): Part[] => Object.keys(requested) as Part[];

function isAlready(part: Part, requested: RequestedChange, subscription: Subscription): boolean {
  if (part === 'options') return (requested.options ?? []).every((option) => isHeld(option, subscription));
  if (part === 'autoRenewal') {
    const { enabled, frequency } = subscription.autoRenewal;
    return requested.autoRenewal?.enabled === enabled && requested.autoRenewal.frequency === frequency;
  }
  return requested[part] === subscription[part];
}

const isHeld = ({ optionId, quantity }: OptionQuantity, { options }: Subscription): boolean =>
  heldOf(options, optionId) === quantity;

/** U2: whether an order takes a pending one back, because it asks for the present state of everything that is pending in it. */
export function withdraws(requested: RequestedChange, pending: RequestedChange, subscription: Subscription): boolean {
  const parts = partsOf(pending);
  return parts.length > 0 && parts.every((part) => keepsAsIs(part, requested, pending, subscription));
}

function keepsAsIs(
  part: Part,
  requested: RequestedChange,
  pending: RequestedChange,
  subscription: Subscription,
): boolean {
  if (part !== 'options') return requested[part] !== undefined && isAlready(part, requested, subscription);
  return (pending.options ?? []).every(({ optionId }) =>
    (requested.options ?? []).some((asked) => asked.optionId === optionId && isHeld(asked, subscription)),
  );
}

/** Whether two requests ask for the same thing: a part, or of the options one and the same. */
export function overlap(a: RequestedChange, b: RequestedChange): boolean {
  return partsOf(a).some((part) => {
    if (part !== 'options') return b[part] !== undefined;
    return (a.options ?? []).some(({ optionId }) => (b.options ?? []).some((other) => other.optionId === optionId));
  });
}
