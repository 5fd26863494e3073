import { phaseOn } from '../calendar/phase.ts';
import { dayAfter } from '../calendar/service-period.ts';
import { holds, optionOf, type Product, skuOf } from '../catalogue.ts';
import { missingPrerequisites } from '../option-prerequisites.ts';
import { byEffectiveDate } from '../pending/by-effective-date.ts';
import type { PendingChange } from '../pending/pending-change.ts';
import { stillPending } from '../pending/pending-effects.ts';
import { partsOf } from '../pending/withdrawal.ts';
import type { Policy } from '../policy.ts';
import type { Subscription } from '../subscription.ts';
import { advance } from '../world.ts';
import { failed, type Rule, type RuleInput } from './rule.ts';

const common = { source: 'system', judged: 'atSubmission', namedInPolicyAs: null } as const;

/** U10: a subscription that is about to end, or to be bought, is not changed; taking that back comes first. */
export const noPendingCancellation: Rule = {
  ...common,
  name: 'noPendingCancellation',
  sentence: 'A subscription whose purchase or cancellation is pending is not changed; take that back first.',
  check(input) {
    const rejecting = input.pendingEffects.filter(({ outcome }) => outcome === 'reject');
    const inputs = { pending: rejecting.map(({ orderId }) => orderId) };
    if (rejecting.length === 0) return { inputs };
    const { order } = input;
    const types = rejecting.map(({ type }) => type);
    if (types.includes('purchase')) return failed('PURCHASE_PENDING', inputs);
    if (types.includes(order.type)) return failed('ALREADY_PENDING', inputs);
    const result = failed('CANCELLATION_PENDING', inputs);
    if (order.type === 'purchase' || !result.failure) return result;
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
    const superseded = input.pendingEffects
      .filter(({ outcome }) => outcome === 'supersede')
      .map(({ orderId }) => orderId);
    const consent = input.order.supersede ?? false;
    const inputs = { superseded, consent };
    return superseded.length === 0 || consent ? { inputs } : failed('SUPERSEDE_REQUIRED', inputs, { supersede: true });
  },
};

/** As many as a person can keep in mind; each costs every decision on the subscription. */
const MOST_PENDING = 20;

export const pendingStackHasRoom: Rule = {
  ...common,
  name: 'pendingStackHasRoom',
  sentence: `At most ${MOST_PENDING} changes of a subscription are pending at a time.`,
  check({ effectiveDate, today, facts: { pendingChanges } }) {
    const inputs = { pending: pendingChanges.length, effectiveDate };
    const joins = effectiveDate > today && pendingChanges.length >= MOST_PENDING;
    return joins ? failed('TOO_MANY_PENDING_CHANGES', inputs) : { inputs };
  },
};

/** R20: after the next period has been billed what is pending for it stands: "after billing" only additions are possible. */
export const billedChangesStand: Rule = {
  name: 'billedChangesStand',
  source: 'R20',
  sentence: 'A change for the next service period is replaced or withdrawn until that period is billed or begins.',
  judged: 'atSubmission',
  namedInPolicyAs: 'renewalWindow',
  check(input) {
    const { subscription, policy, facts, date } = input;
    if (facts.pendingChanges.length === 0) return { inputs: { changed: [] } };
    const phase = phaseOn(subscription, policy, facts.billingPeriods, date);
    const boundary = dayAfter(subscription.servicePeriod);
    const taken = partsOf(input.requested).length > 0 ? input.pendingEffects : [];
    const changed = taken
      .filter(
        ({ outcome, effectiveDate }) =>
          (outcome === 'withdraw' || outcome === 'supersede') && effectiveDate === boundary,
      )
      .map(({ orderId }) => orderId);
    const inputs = { phase, changed };
    return phase === 'renewalWindowClosed' && changed.length > 0 ? failed('RENEWAL_WINDOW_CLOSED', inputs) : { inputs };
  },
};

/** What stays pending must still come to be on what this order leaves: the subscription alive, the total in the plan's range, the options in the plan. */
export const pendingStillFits: Rule = {
  ...common,
  name: 'pendingStillFits',
  sentence: 'The pending changes remain possible after this one.',
  check(input) {
    const { order, facts, effectiveDate } = input;
    const staying = stillPending(facts.pendingChanges, input.pendingEffects);
    if (staying.length === 0) return { inputs: { impossible: [] } };
    const placed = { orderId: '', order, decisionDate: effectiveDate, effectiveDate };
    const before = impossibleIn(staying, input);
    const after = impossibleIn([placed, ...staying].sort(byEffectiveDate), input);
    // What this order itself leaves is for its own rules to judge.
    const impossible = after.filter((orderId) => orderId !== '' && !before.includes(orderId));
    return impossible.length > 0 ? failed('PENDING_CHANGE_CONFLICT', { impossible }) : { inputs: { impossible } };
  },
};

/** The orders of a stack, in the order of their days, that would not come to be or would leave what is not sold. */
function impossibleIn(
  stack: readonly PendingChange[],
  { date, subscription, product, policy, facts }: RuleInput,
): string[] {
  const last = stack.at(-1)?.effectiveDate ?? date;
  const { steps } = advance({ date, subscription, facts: { ...facts, pendingChanges: stack } }, product, last);
  const left = new Map(
    steps.flatMap(({ happening, world }) =>
      happening.kind === 'effect' ? [[happening.orderId, world.subscription] as const] : [],
    ),
  );
  return stack.flatMap(({ orderId }) => {
    const then = left.get(orderId);
    return then !== undefined && isPossible(then, product, policy) ? [] : [orderId];
  });
}

function isPossible(
  { planId, skuId, quantity, options, unitsPerLicence }: Subscription,
  product: Product,
  policy: Policy,
): boolean {
  const sku = skuOf(product, skuId);
  const inRange = policy.rules.skuQuantityRange === undefined || sku === undefined || holds(sku, quantity);
  const available = Object.keys(options).every((id) => optionOf(product, id)?.planIds.includes(planId) !== false);
  return (
    inRange && quantity >= (unitsPerLicence ?? 0) && available && missingPrerequisites(product, options).length === 0
  );
}
