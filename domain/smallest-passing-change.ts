import type { DecisionInput, Failure, OrderPatch } from './rules/rule.ts';

/** Each pass can only answer rules that the pass before made fail; more passes than kinds of field mean contradicting rules. */
const MOST_PASSES = 4;

/**
 * Joins the failed rules' own proposals (`failures`, of the order as it is) until every rule passes, on the same date. Of two proposals for one field the larger
 * wins, because floors propose the floor; null when a failed rule has no proposal or the proposals contradict each other.
 */
export function smallestPassingChange(
  input: DecisionInput,
  failures: readonly Failure[],
  failuresOf: (input: DecisionInput) => readonly Failure[],
): OrderPatch | null {
  const patched = (patch: OrderPatch): DecisionInput => ({ ...input, order: { ...input.order, ...patch } });
  const passes = (patch: OrderPatch) => failuresOf(patched(patch)).length === 0;
  let patch: OrderPatch = {};
  let open = failures;
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    if (open.length === 0) return withoutNeedless(patch, passes);
    if (open.some(({ smallestChange }) => smallestChange === null)) return null;
    patch = { ...patch, ...joined(open) };
    open = failuresOf(patched(patch));
  }
  return null;
}

function joined(failures: readonly Failure[]): OrderPatch {
  const patch: { [field: string]: OrderPatch[string] } = {};
  for (const [field, value] of failures.flatMap(({ smallestChange }) => Object.entries(smallestChange ?? {}))) {
    const other = patch[field];
    patch[field] = other !== undefined && other > value ? other : value;
  }
  return patch;
}

/** An early pass may have answered a rule that a later one made moot, such as confirming a total that is no longer meant. */
function withoutNeedless(patch: OrderPatch, passes: (patch: OrderPatch) => boolean): OrderPatch {
  return Object.keys(patch).reduce((kept, field) => {
    const { [field]: _, ...fewer } = kept;
    return passes(fewer) ? fewer : kept;
  }, patch);
}
