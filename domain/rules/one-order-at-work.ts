import { failed, type Rule } from './rule.ts';

export const oneOrderAtWork: Rule = {
  name: 'oneOrderAtWork',
  source: 'system',
  sentence: 'One order at a time is at work on a subscription.',
  applies: 'onDecision',
  namedInPolicyAs: null,
  check({ facts: { orderAtWork } }) {
    return orderAtWork === null ? { inputs: { orderAtWork } } : failed('ORDER_IN_PROGRESS', { orderAtWork });
  },
};
