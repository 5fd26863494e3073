import { descriptionOf } from '../order-types.ts';
import { addDays, earlier, type PlainDate } from '../plain-date.ts';
import type { RejectionCode } from '../rejections.ts';
import type { Subscription, SubscriptionState } from '../subscription.ts';
import { hasEnded } from '../world.ts';
import { failed, failedUntil, type Rule } from './rule.ts';

const codes: Record<SubscriptionState, RejectionCode> = {
  pendingActivation: 'SUBSCRIPTION_NOT_ACTIVATED',
  active: 'SUBSCRIPTION_NOT_SUSPENDED',
  suspended: 'SUBSCRIPTION_SUSPENDED',
  terminated: 'SUBSCRIPTION_ENDED',
  expired: 'SUBSCRIPTION_ENDED',
};

/**
 * What is suspended, or waits for its activation date, can be ordered for again from a day that is known. An order that was
 * accepted before a suspension takes effect all the same.
 */
export const subscriptionState: Rule = {
  name: 'subscriptionState',
  source: 'system',
  sentence: 'The subscription is in a state in which this may be ordered.',
  judged: 'alsoAtEffect',
  namedInPolicyAs: null,
  check({ order, subscription: then, current, date, today, moment }) {
    const { from, modifies } = descriptionOf(order);
    // Whether a suspension or an activation date that is due has been acted on, only these two have to know.
    const waits = date === today && (order.type === 'activate' || order.type === 'suspend');
    const subscription = waits && !hasEnded(then) ? { ...then, state: current.state } : then;
    const { state } = subscription;
    const inputs = { state, from };
    if (from.includes(state)) return { inputs, passesUntil: lastDayOf(subscription, from, date) };
    if (moment === 'effect' && state === 'suspended' && modifies) return { inputs };
    const eligibleFrom = firstDayOfActive({ ...current, state });
    return eligibleFrom !== null && eligibleFrom > date && from.includes('active')
      ? failedUntil(codes[state], inputs, eligibleFrom)
      : failed(codes[state], inputs);
  },
};

function firstDayOfActive({ state, suspendedUntil, activation }: Subscription): PlainDate | null {
  if (state === 'suspended') return suspendedUntil;
  return state === 'pendingActivation' && activation.mode === 'onDate' ? activation.date : null;
}

/** The last day on which it is in such a state, as far as dates that are set end it. What is only being bought is in none yet. */
function lastDayOf(
  subscription: Subscription,
  from: readonly SubscriptionState[],
  date: PlainDate,
): PlainDate | undefined {
  const { autoRenewal, servicePeriod, quantity } = subscription;
  if (quantity === 0) return undefined;
  const active = firstDayOfActive(subscription);
  const leaves = active !== null && !from.includes('active') ? [addDays(active, -1)] : [];
  const ends = autoRenewal.enabled || servicePeriod.end < date ? leaves : [...leaves, servicePeriod.end];
  return ends.length === 0 ? undefined : ends.reduce(earlier);
}
