import type { BillingPeriod } from '../facts.ts';
import { addDays, earlier, later, monthOf, type PlainDate } from '../plain-date.ts';
import type { Policy } from '../policy.ts';
import type { Subscription } from '../subscription.ts';
import { dayAfter, periodFrom, renewalWindowOf, type ServicePeriod } from './service-period.ts';

/** Where a subscription stands in its term: S4's columns. */
export const phases = ['monthly', 'servicePeriod', 'renewalWindow', 'renewalWindowClosed'] as const;
export type Phase = (typeof phases)[number];

type Placed = Pick<Subscription, 'term' | 'servicePeriod'>;

/**
 * R19, R20: the days on which an annual subscription may be reduced: the last month of its period, until the day before
 * the next period is billed where the policy closes it then. Null when it closed before it opened.
 */
export function openWindow(
  { servicePeriod }: Placed,
  policy: Policy,
  billingPeriods: readonly BillingPeriod[],
): ServicePeriod | null {
  const { start, end } = renewalWindowOf(servicePeriod);
  const billedOn =
    policy.rules.renewalWindow?.closes === 'atBilling' ? nextPeriodBilledOn(servicePeriod, billingPeriods) : null;
  const open = { start, end: billedOn === null ? end : earlier(end, addDays(billedOn, -1)) };
  return open.start <= open.end ? open : null;
}

function nextPeriodBilledOn(period: ServicePeriod, billingPeriods: readonly BillingPeriod[]): PlainDate | null {
  if (billingPeriods.length === 0) return null;
  const month = monthOf(dayAfter(period));
  return billingPeriods.find((billing) => billing.month === month)?.billedOn ?? null;
}

/** The phase on a date. The days before an annual term's first day count as inside its service period. */
export const phaseOn = (
  subscription: Placed,
  policy: Policy,
  billingPeriods: readonly BillingPeriod[],
  date: PlainDate,
): Phase =>
  subscription.term === 'monthly'
    ? 'monthly'
    : phaseAround(openWindow(subscription, policy, billingPeriods), subscription, date);

/** The phase of an annual subscription on a date, where its open window is known already. */
export function phaseAround(open: ServicePeriod | null, { servicePeriod }: Placed, date: PlainDate): Phase {
  const { start, end } = renewalWindowOf(servicePeriod);
  if (date < start || date > end) return 'servicePeriod';
  return open !== null && date <= open.end ? 'renewalWindow' : 'renewalWindowClosed';
}

/** The window in which an annual subscription may next be reduced, on or after a date: this period's, or the next one's. */
export function nextWindow(
  subscription: Placed,
  policy: Policy,
  billingPeriods: readonly BillingPeriod[],
  date: PlainDate,
): ServicePeriod {
  const open = openWindow(subscription, policy, billingPeriods);
  if (open !== null && date <= open.end) return { start: later(open.start, date), end: open.end };
  return renewalWindowOf(periodFrom('annual', dayAfter(subscription.servicePeriod)));
}
