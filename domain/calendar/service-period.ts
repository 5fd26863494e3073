import type { Term } from '../catalogue.ts';
import { addDays, addMonths, endOfMonth, type PlainDate, startOfMonth } from '../plain-date.ts';

/** Inclusive first and last day of a term. */
export type ServicePeriod = { start: PlainDate; end: PlainDate };

/**
 * The service period of a term that starts on a day. Annual: one year, to the day before its anniversary; where the
 * anniversary's month has no such day (29 February), to that month's last. Monthly: to the end of the calendar month.
 */
export function periodFrom(term: Term, start: PlainDate): ServicePeriod {
  if (term === 'monthly') return { start, end: endOfMonth(start) };
  const anniversary = addMonths(start, 12);
  const exists = anniversary.slice(8) === start.slice(8);
  return { start, end: exists ? addDays(anniversary, -1) : anniversary };
}

/** The first day after a service period: of the next one, or of having none. */
export const dayAfter = ({ end }: ServicePeriod): PlainDate => addDays(end, 1);

/** R19: the renewal window of an annual service period is its last calendar month. */
export const renewalWindowOf = ({ start, end }: ServicePeriod): ServicePeriod => {
  const month = startOfMonth(end);
  return { start: month < start ? start : month, end };
};
