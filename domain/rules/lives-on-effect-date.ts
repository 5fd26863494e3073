import { advance, hasEnded } from '../world.ts';
import { failed, type Rule } from './rule.ts';

/** A change for a day on which the subscription is no more would be accepted and never come. */
export const livesOnEffectDate: Rule = {
  name: 'livesOnEffectDate',
  source: 'system',
  sentence: 'The subscription still goes on on the day from which the change holds.',
  judged: 'onDecisionDate',
  namedInPolicyAs: null,
  check({ order, date, subscription, product, facts, effectiveDate }) {
    const { servicePeriod, autoRenewal } = subscription;
    const inputs = { effectiveDate, periodEnd: servicePeriod.end, autoRenewal: autoRenewal.enabled };
    const lasting =
      effectiveDate <= servicePeriod.end ||
      (autoRenewal.enabled && facts.pendingChanges.length === 0) ||
      hasEnded(subscription);
    if (lasting || order.type === 'cancel' || order.type === 'renew' || order.type === 'purchase') return { inputs };
    const then = advance({ date, subscription, facts }, product, effectiveDate).world.subscription;
    return hasEnded(then) ? failed('SUBSCRIPTION_ENDS_BEFORE', inputs) : { inputs };
  },
};
