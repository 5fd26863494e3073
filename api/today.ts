import { dateIn } from '../business-time.ts';
import type { Product } from '../domain/catalogue.ts';
import type { PlainDate } from '../domain/plain-date.ts';

/** The date in a product's business time zone; null where the catalogue names a zone that does not exist, which must not hide the rest. */
export function todayFor({ timeZone }: Pick<Product, 'timeZone'>, now: Date): PlainDate | null {
  try {
    return dateIn(timeZone, now);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
