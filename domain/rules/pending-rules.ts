import { holds, optionOf, type Product, skuOf } from '../catalogue.ts';
import { changed, changeOf } from '../effect.ts';
import { missingPrerequisites } from '../option-prerequisites.ts';
import type { PendingChange } from '../pending/pending-change.ts';
import { pendingEffects, stillPending } from '../pending/pending-effects.ts';
import type { Policy } from '../policy.ts';
import type { Subscription } from '../subscription.ts';
import { failed, type Rule, type RuleInput } from './rule.ts';

const common = { source: 'system', judged: 'atSubmission', namedInPolicyAs: null } as const;

/** U10: a subscription that is about to end is not changed; undoing the cancellation comes first. */
export const noPendingCancellation: Rule = {
  ...common,
  name: 'noPendingCancellation',
  sentence: 'A subscription whose cancellation is pending is not changed; undo the cancellation first.',
  check(input) {
    const rejecting = pendingEffects(input).filter(({ outcome }) => outcome === 'reject');
    const inputs = { pending: rejecting.map(({ orderId }) => orderId) };
    if (rejecting.length === 0) return { inputs };
    const { order } = input;
    const again = rejecting.some(({ type }) => type === order.type);
    const result = failed(again ? 'ALREADY_PENDING' : 'CANCELLATION_PENDING', inputs);
    if (again || order.type === 'purchase' || !result.failure) return result;
    const { subscriptionId, contactEmail } = order;
    const alternative = { type: 'undoCancel' as const, subscriptionId, contactEmail };
    return { inputs, failure: { ...result.failure, alternative } };
  },
};

export const supersedesWithConsent: Rule = {
  ...common,
  name: 'supersedesWithConsent',
  sentence: 'A pending change is replaced only with consent.',
  check(input) {
    const superseded = pendingEffects(input)
      .filter(({ outcome }) => outcome === 'supersede')
      .map(({ orderId }) => orderId);
    const consent = input.order.supersede ?? false;
    const inputs = { superseded, consent };
    return superseded.length === 0 || consent ? { inputs } : failed('SUPERSEDE_REQUIRED', inputs, { supersede: true });
  },
};

/** What stays pending must still be possible on what this order leaves: the totals in the plan's range, the options in the plan. */
export const pendingStillFits: Rule = {
  ...common,
  name: 'pendingStillFits',
  sentence: 'The pending changes remain possible after this one.',
  check(input) {
    const { order, facts, effectiveDate } = input;
    const staying = stillPending(facts.pendingChanges, pendingEffects(input));
    if (staying.length === 0) return { inputs: { impossible: [] } };
    const before = impossibleIn(staying, input);
    const after = impossibleIn([{ orderId: '', order, effectiveDate }, ...staying].sort(byEffect), input);
    // What this order itself leaves is for its own rules to judge.
    const impossible = after.filter((orderId) => orderId !== '' && !before.includes(orderId));
    return impossible.length > 0 ? failed('PENDING_CHANGE_CONFLICT', { impossible }) : { inputs: { impossible } };
  },
};

type Stacked = Pick<PendingChange, 'orderId' | 'order' | 'effectiveDate'>;

const byEffect = (a: Stacked, b: Stacked): number =>
  a.effectiveDate < b.effectiveDate ? -1 : a.effectiveDate > b.effectiveDate ? 1 : 0;

/** The orders of a stack, taking effect one after the other, that would leave what is not sold. */
function impossibleIn(stack: readonly Stacked[], { subscription, product, policy }: RuleInput): string[] {
  let on = subscription;
  return stack.flatMap(({ orderId, order, effectiveDate }) => {
    on = changed(on, changeOf(order, { subscription: on, product, effectiveDate }));
    return isPossible(on, product, policy) ? [] : [orderId];
  });
}

function isPossible({ planId, skuId, quantity, options }: Subscription, product: Product, policy: Policy): boolean {
  const sku = skuOf(product, skuId);
  const inRange = policy.rules.skuQuantityRange === undefined || sku === undefined || holds(sku, quantity);
  const available = Object.keys(options).every((id) => optionOf(product, id)?.planIds.includes(planId) !== false);
  return inRange && available && missingPrerequisites(product, options).length === 0;
}
