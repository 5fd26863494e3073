import { Temporal } from 'temporal-polyfill';
import type { PlainDate } from './domain/plain-date.ts';

/** The date an instant falls on in an IANA time zone. Throws RangeError for an unknown zone. */
export function dateIn(timeZone: string, instant: Date): PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString() as PlainDate;
}

/**
 * The instant at which a date begins in an IANA time zone: its midnight, or, where the clocks go forward over midnight, the
 * first moment after it. Throws RangeError for an unknown zone or an impossible date.
 */
export function startOfDay(timeZone: string, date: PlainDate): Date {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds);
}
