import { addedOptions, reducedOptions } from '../options-held.ts';
import { later, type PlainDate, startOfNextMonth } from '../plain-date.ts';
import type { Policy } from '../policy.ts';
import type { RequestedChange } from '../requested-change.ts';
import type { TimedChange } from '../rules/policy-rules.ts';
import type { Subscription } from '../subscription.ts';
import { dayAfter } from './service-period.ts';

type Timed = { subscription: Subscription; policy: Policy; date: PlainDate };

/** R21, R22: the day from which a kind of change ordered on a date holds. */
export function effectDate(change: TimedChange, { subscription, policy, date }: Timed): PlainDate {
  const timing = policy.rules.timing?.[subscription.term]?.[change] ?? 'immediately';
  if (timing === 'nextMonth') return startOfNextMonth(date);
  return timing === 'nextPeriod' ? later(date, dayAfter(subscription.servicePeriod)) : date;
}

/** The day from which all parts of an order hold, together: the latest of theirs. Parts that the contract does not time hold at once. */
export function partsEffectDate({ quantity, options, term }: RequestedChange, timed: Timed): PlainDate {
  const { subscription, policy, date } = timed;
  if (policy.rules.timing === undefined) return date;
  const added = options === undefined ? [] : addedOptions(options, subscription.options);
  const reduced = options === undefined ? [] : reducedOptions(options, subscription.options);
  const increases = (quantity !== undefined && quantity > subscription.quantity) || added.length > 0;
  const decreases = (quantity !== undefined && quantity < subscription.quantity) || reduced.length > 0;
  const changesTerm = term !== undefined && term !== subscription.term;
  const increased = increases ? effectDate('increase', timed) : date;
  const decreased = decreases ? effectDate('decrease', timed) : date;
  return later(later(increased, decreased), changesTerm ? effectDate('termChange', timed) : date);
}
