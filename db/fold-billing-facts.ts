import type { BillingPeriod } from '../domain/facts.ts';
import type { PlainDate, PlainMonth } from '../domain/plain-date.ts';

/** One thing that billing said of a month; `id` counts up in the order of recording. */
export type BillingFact = {
  id: bigint;
  month: PlainMonth;
  billed: boolean;
  paid: boolean;
  effectiveDate: PlainDate;
};

/**
 * What billing's facts come to, a month an entry, oldest first. A month is billed (and paid likewise) since the first of its
 * latest facts, by effective date and then by recording, that agree on it; one that came in late takes its place among them.
 */
export function foldBillingFacts(facts: readonly BillingFact[]): BillingPeriod[] {
  const months = new Map<PlainMonth, BillingPeriod>();
  for (const { month, billed, paid, effectiveDate } of [...facts].sort(byEffect)) {
    const before = months.get(month);
    months.set(month, {
      month,
      billedOn: billed ? (before?.billedOn ?? effectiveDate) : null,
      paidOn: paid ? (before?.paidOn ?? effectiveDate) : null,
    });
  }
  return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
}

function byEffect(a: BillingFact, b: BillingFact): number {
  if (a.effectiveDate !== b.effectiveDate) return a.effectiveDate < b.effectiveDate ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
