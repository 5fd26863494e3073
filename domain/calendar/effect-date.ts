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

/** The day from which all parts of an order hold, together: the latest of theirs. */
export function partsEffectDate(requested: RequestedChange, timed: Timed): PlainDate {
  return kindsOf(requested, timed.subscription)
    .map((kind) => effectDate(kind, timed))
    .reduce(later, timed.date);
}

/** Of the parts, those that the contract times; the others hold at once. */
function kindsOf({ quantity, options = [], term }: RequestedChange, subscription: Subscription): TimedChange[] {
  const decreases =
    (quantity !== undefined && quantity < subscription.quantity) ||
    reducedOptions(options, subscription.options).length > 0;
  const increases =
    (quantity !== undefined && quantity > subscription.quantity) ||
    addedOptions(options, subscription.options).length > 0;
  return [
    ...(increases ? (['increase'] as const) : []),
    ...(decreases ? (['decrease'] as const) : []),
    ...(term !== undefined && term !== subscription.term ? (['termChange'] as const) : []),
  ];
}
