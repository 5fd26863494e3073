import { isPlainDate, type PlainMonth } from '../domain/plain-date.ts';
import { z } from './zod-openapi.ts';

/** As far as contracts reach; beyond it no term could follow. */
const LAST_DAY = '2199-12-31';

/** A date of a contract as a request gives it, years 0001 to 2199; one that the calendar does not have is refused. */
export const GivenDate = z
  .string()
  .refine(isPlainDate, { error: 'Is not a date of the calendar, YYYY-MM-DD', abort: true })
  .refine((date) => date <= LAST_DAY, `Is after ${LAST_DAY}`)
  .openapi({ format: 'date', description: "In the product's business time zone", example: '2026-12-01' });

const isPlainMonth = (text: string): text is PlainMonth => isPlainDate(`${text}-01`);

/** A calendar month as a request gives it, years 0001 to 9999. */
export const GivenMonth = z
  .string()
  .refine(isPlainMonth, 'Is not a month of the form YYYY-MM')
  .openapi({ example: '2026-12' });

/** A date of a contract in an answer. */
export const ShownDate = z.iso.date().openapi({ description: "In the product's business time zone" });

/** A moment in an answer. */
export const Instant = z.iso.datetime().openapi({ description: 'UTC' });
