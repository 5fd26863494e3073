import ical from 'ical-generator';
import { v5 as uuidv5 } from 'uuid';
import type { Calendar, CalendarEntry } from '../../domain/calendar/calendar.ts';

/** Never change it: calendar programs recognise an event that they have already by its UID. */
const EVENT_NAMESPACE = '0d0c5b6e-53a5-5a0e-8d86-6f1d2e3b7a94';

type Of = { tenant: string; subscriptionId: string; productName: string /** When the file is made. */; at: Date };

/** A subscription's calendar as an iCalendar file (RFC 5545): one all-day event for each entry, which is in no time zone. */
export function calendarFile({ entries }: Calendar, { tenant, subscriptionId, productName, at }: Of): string {
  const file = ical({
    prodId: { company: 'Changeover', product: 'Subscription calendar', language: 'EN' },
    name: `${productName}, ${subscriptionId}`,
  });
  for (const entry of entries) {
    file.createEvent({
      id: `${uidOf(entry, tenant, subscriptionId)}@changeover`,
      stamp: at,
      start: entry.date,
      allDay: true,
      summary: `${entry.title} (${productName}, ${subscriptionId})`,
      categories: [{ name: entry.kind }],
    });
  }
  return file.toString();
}

/** The same event has the same id in every file, and no other event has it. */
const uidOf = ({ date, kind, title, orderId }: CalendarEntry, tenant: string, subscriptionId: string): string =>
  uuidv5(JSON.stringify([tenant, subscriptionId, kind, orderId ?? title, date]), EVENT_NAMESPACE);
