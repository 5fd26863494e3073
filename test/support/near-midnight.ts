import { eq } from 'drizzle-orm';
import { dateIn, startOfDay } from '../../business-time.ts';
import { asTenant, type Database } from '../../db/client.ts';
import { products } from '../../db/schema/catalogue.ts';
import { addDays, type PlainDate } from '../../domain/plain-date.ts';

/** A zone, as its offset, in which a new day begins in at least so many milliseconds, and at most a minute later. */
function zoneOfMidnight(inMs: number): string {
  const minutes = Math.ceil((Date.now() + inMs) / 60_000) % 1_440;
  const offset = minutes > 720 ? 1_440 - minutes : -minutes;
  const [hours, rest] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `${offset < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

/**
 * Puts acme's groupware where a new day begins in at least so many milliseconds, so that what is scheduled for it does not take
 * a test a day. Gives that day, and when it begins.
 */
export async function nearMidnight(database: Database, inMs: number): Promise<{ day: PlainDate; begins: Date }> {
  const timeZone = zoneOfMidnight(inMs);
  await asTenant(database, 'changeover_owner', 'acme', (transaction) =>
    transaction.update(products).set({ timeZone }).where(eq(products.id, 'groupware')),
  );
  const day = addDays(dateIn(timeZone, new Date()), 1);
  return { day, begins: startOfDay(timeZone, day) };
}
