import { failed, type Rule } from './rule.ts';

export const subscriptionActive: Rule = {
  name: 'subscriptionActive',
  source: 'system',
  sentence: 'A change needs an active subscription.',
  applies: 'alsoAtEffect',
  namedInPolicyAs: null,
  check({ subscription: { state } }) {
    return state === 'active' ? { inputs: { state } } : failed('SUBSCRIPTION_NOT_ACTIVE', { state });
  },
};
