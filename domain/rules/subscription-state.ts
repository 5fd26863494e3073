import { descriptionOf } from '../order-types.ts';
import type { RejectionCode } from '../rejections.ts';
import type { SubscriptionState } from '../subscription.ts';
import { failed, type Rule } from './rule.ts';

const codes: Record<SubscriptionState, RejectionCode> = {
  pendingActivation: 'SUBSCRIPTION_NOT_ACTIVATED',
  active: 'SUBSCRIPTION_NOT_SUSPENDED',
  suspended: 'SUBSCRIPTION_SUSPENDED',
  terminated: 'SUBSCRIPTION_ENDED',
  expired: 'SUBSCRIPTION_ENDED',
};

/** What is suspended comes back by itself where its suspension has an end, and can be ordered for again from then on. */
export const subscriptionState: Rule = {
  name: 'subscriptionState',
  source: 'system',
  sentence: 'The subscription is in a state in which this may be ordered.',
  judged: 'alsoAtEffect',
  namedInPolicyAs: null,
  check({ order, subscription: { state, suspendedUntil } }) {
    const { from } = descriptionOf(order);
    const inputs = { state, from };
    if (from.includes(state)) return { inputs };
    const result = failed(codes[state], inputs);
    if (state !== 'suspended' || suspendedUntil === null || !result.failure) return result;
    return { inputs, failure: { ...result.failure, eligibleFrom: suspendedUntil } };
  },
};
