import { descriptionOf } from '../order-types.ts';
import { partsOf, unchangedParts, withdraws } from '../pending/withdrawal.ts';
import { failed, type Rule } from './rule.ts';

/**
 * R1. An order that asks for what is already so changes nothing, unless it thereby takes back a pending change: then it is
 * how a person says "leave it as it is" (U2).
 */
export const somethingChanges: Rule = {
  name: 'somethingChanges',
  source: 'R1',
  sentence: 'The order asks for something that is not already so.',
  judged: 'atSubmission',
  namedInPolicyAs: null,
  check({ requested, subscription, facts: { pendingChanges } }) {
    const asked = partsOf(requested);
    const unchanged = unchangedParts(requested, subscription);
    const withdrawn = pendingChanges
      .filter(({ order }) => withdraws(requested, descriptionOf(order).requested(order), subscription))
      .map(({ orderId }) => orderId);
    const inputs = { unchanged, withdraws: withdrawn };
    const changesNothing = asked.length > 0 && unchanged.length === asked.length && withdrawn.length === 0;
    return changesNothing ? failed('NO_CHANGE', inputs) : { inputs };
  },
};
