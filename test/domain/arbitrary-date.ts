import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { PlainDate } from '../../domain/plain-date.ts';

const written = (date: Temporal.PlainDate): PlainDate => date.toString() as PlainDate;

/** Days of the Gregorian calendar between two, the last of months and years more often than chance has it. */
export function dateBetween(first: PlainDate, last: PlainDate): fc.Arbitrary<PlainDate> {
  const start = Temporal.PlainDate.from(first);
  const days = start.until(last, { largestUnit: 'day' }).days;
  const anyDay = fc.integer({ min: 0, max: days }).map((after) => written(start.add({ days: after })));
  const lastOfMonth = anyDay.map((date) => {
    const day = Temporal.PlainDate.from(date);
    return written(day.with({ day: day.daysInMonth }));
  });
  return fc.oneof(
    anyDay,
    lastOfMonth.filter((date) => date <= last),
  );
}

/** All the dates a contract can name. */
export const anyDate = dateBetween('0001-01-01', '9999-12-31');

/** Dates around which subscriptions live. */
export const recentDate = dateBetween('2024-01-01', '2032-12-31');
