import type { ActivationPolicy } from '../catalogue.ts';
import type { Purchase } from '../order-types/purchase.ts';
import { addDays } from '../plain-date.ts';
import type { ActivationMode } from '../subscription.ts';
import { failed, failedUntil, type Rule } from './rule.ts';

/** R4. The day of the cancellation counts as the first of the days. */
export const coolingOff: Rule<Purchase> = {
  name: 'coolingOff',
  source: 'R4',
  sentence: 'For two weeks after a cancellation no new order is possible; after that you can make a new order.',
  judged: 'onDecisionDate',
  namedInPolicyAs: 'coolingOff',
  check({ policy, facts: { lastCancellationDate }, date }) {
    const days = policy.rules.coolingOff?.days ?? 0;
    const inputs = { days, lastCancellationDate, date };
    if (lastCancellationDate === null) return { inputs };
    const eligibleFrom = addDays(lastCancellationDate, days);
    return date < eligibleFrom ? failedUntil('COOLING_OFF', inputs, eligibleFrom) : { inputs };
  },
};

/**
 * R12. Who has an activated subscription to the product and assigns a plan anew gets another account at the vendor, which
 * does not reflect the agents of the first. The right order is a change of the plan in place; a subscription that is meant
 * to stand beside the first says so, where the policy allows more than one.
 */
export const notReassigned: Rule<Purchase> = {
  name: 'notReassigned',
  source: 'R12',
  sentence:
    'Reassigning a new service plan will generate a new account that will not reflect all the agents reporting to the original account. What you can do instead is modify the existing service plan assigned to the existing account.',
  judged: 'onDecisionDate',
  namedInPolicyAs: null,
  check({ order, product, policy, facts: { activatedSubscriptions } }) {
    const held = activatedSubscriptions.map(({ id }) => id);
    const inputs = { activatedSubscriptions: held, additional: order.additional ?? false };
    const [existing] = activatedSubscriptions;
    const onlyOne = policy.rules.oneSubscriptionPerAccount !== undefined;
    if (existing === undefined || (order.additional === true && !onlyOne)) return { inputs };
    const result = failed('PLAN_REASSIGNMENT', inputs, onlyOne ? null : { additional: true });
    if (product.plans.length < 2 || !result.failure) return result;
    const { planId, contactEmail } = order;
    const alternative = { type: 'changeServicePlan' as const, subscriptionId: existing.id, planId, contactEmail };
    return { inputs, failure: { ...result.failure, alternative } };
  },
};

const modesOf: Record<ActivationPolicy, readonly ActivationMode[]> = {
  automatic: ['firstLogon', 'onDate'],
  saasWithCode: ['code'],
  onPremise: ['code'],
};

/** The ways in which a product is activated (R13). */
export const activationModesOf = (policy: ActivationPolicy): readonly ActivationMode[] => modesOf[policy];

/** R13, S3's table. */
export const activationOffered: Rule<Purchase> = {
  name: 'activationOffered',
  source: 'R13',
  sentence:
    'A service without activation code is activated automatically when the customer first logs on, or on a specified date; a service with a code, and every on-premise product, must be activated with the code.',
  judged: 'onDecisionDate',
  namedInPolicyAs: null,
  check({ order: { activation }, product: { activationPolicy } }) {
    const offered = activationModesOf(activationPolicy);
    const inputs = { activationPolicy, mode: activation.mode, offered };
    return offered.includes(activation.mode) ? { inputs } : failed('ACTIVATION_NOT_OFFERED', inputs);
  },
};

/** R13. */
export const activationDateAhead: Rule<Purchase> = {
  name: 'activationDateAhead',
  source: 'R13',
  sentence: 'A service is activated on a specified date, which is the day of the order or a later one.',
  judged: 'onDecisionDate',
  namedInPolicyAs: null,
  check({ order: { activation }, effectiveDate }) {
    const activationDate = activation.date ?? null;
    const inputs = { mode: activation.mode, activationDate, effectiveDate };
    if ((activation.mode === 'onDate') !== (activationDate !== null)) return failed('ACTIVATION_DATE_MISMATCH', inputs);
    if (activationDate === null) return { inputs };
    return activationDate < effectiveDate
      ? failed('ACTIVATION_DATE_PAST', inputs)
      : { inputs, passesUntil: activationDate };
  },
};
