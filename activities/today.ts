import { Temporal } from 'temporal-polyfill';
import type { PlainDate } from '../domain/plain-date.ts';

/** The date an instant falls on in an IANA time zone. Throws RangeError for an unknown zone. */
export function dateIn(timeZone: string, instant: Date): PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString() as PlainDate;
}
