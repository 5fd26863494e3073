import { periodFrom } from '../../domain/calendar/service-period.ts';
import { addDays, addMonths, type PlainDate, startOfMonth } from '../../domain/plain-date.ts';
import type { SampleSubscription } from './sample.ts';

type Given = Pick<SampleSubscription, 'id' | 'accountId' | 'productId' | 'planId' | 'skuId' | 'quantity'> &
  Partial<SampleSubscription>;

/** Held for more than a year, monthly and active unless said otherwise; an annual one needs its period's start. */
export function held(today: PlainDate, { term = 'monthly', ...given }: Given): SampleSubscription {
  const period = periodFrom(term, given.periodStart ?? startOfMonth(today));
  return {
    vendorSubscriptionId: `vendor-${given.id}`,
    state: 'active',
    term,
    periodStart: period.start,
    periodEnd: period.end,
    autoRenewalFrequency: term,
    firstOrderDate: addDays(addMonths(period.start, -14), 9),
    ...given,
  };
}
