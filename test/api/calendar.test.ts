import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendarFile } from '../../api/subscriptions/calendar-file.ts';
import { subscriptions } from '../../db/schema/subscriptions.ts';
import { addDays } from '../../domain/plain-date.ts';
import { inTheTerm } from '../../sandbox/sample/groupware.ts';
import { type Api, startApi } from '../support/api.ts';
import { addPendingOrder } from '../support/pending-order.ts';
import { expectProblem } from '../support/problem.ts';

const tokyo = '2026-03-15';

let api: Api;
let pendingOrder: string;
beforeAll(async () => {
  api = await startApi({ now: () => new Date('2026-03-14T18:00:00Z') });
  await api.asOwner(async (transaction) => {
    await transaction.insert(subscriptions).values({ tenant: 'acme', ...inTheTerm(tokyo, 'sub-annual', 'acc-hana') });
    const fewer = { type: 'changeQuantity', subscriptionId: 'sub-annual', quantity: 15 } as const;
    pendingOrder = await addPendingOrder(
      transaction,
      { ...fewer, expectedCurrentQuantity: 20 },
      { today: tokyo, effectiveDate: '2027-01-01' },
    );
  });
});
afterAll(() => api.close());

const path = '/v1/subscriptions/sub-annual/calendar';
const eventsIn = (file: string) =>
  new ICAL.Component(ICAL.parse(file)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));

describe('the calendar of a subscription', () => {
  it('tells the phases of the next 18 months without gap, and what happens on which day', async () => {
    const { status, body, headers } = await api.as('hana', 'GET', path);
    expect([status, headers.get('vary')]).toEqual([200, expect.stringContaining('Accept')]);
    expect(body).toMatchObject({
      subscriptionId: 'sub-annual',
      timeZone: 'Asia/Tokyo',
      from: tokyo,
      until: '2027-09-14',
      phases: [
        { from: tokyo, until: '2026-11-30', phase: 'servicePeriod' },
        { from: '2026-12-01', until: '2026-12-31', phase: 'renewalWindow' },
        { from: '2027-01-01', until: '2027-09-14', phase: 'servicePeriod' },
      ],
    });
    for (const [index, { from }] of body.phases.slice(1).entries()) {
      expect(from).toBe(addDays(body.phases[index].until, 1));
    }
    expect(body.entries).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ date: '2026-12-01', kind: 'renewalWindowOpens', orderId: null }),
        // Groupware's vendor wants to know three days before.
        expect.objectContaining({ date: '2026-12-28', kind: 'lastSafeDay', orderId: null }),
        expect.objectContaining({ date: '2026-12-31', kind: 'renewalWindowCloses' }),
        expect.objectContaining({ date: '2026-12-31', kind: 'periodEnds' }),
        expect.objectContaining({ date: '2027-01-01', kind: 'renewal' }),
        {
          date: '2027-01-01',
          kind: 'pendingChange',
          title: 'Change the quantity to 15 users in total',
          orderId: pendingOrder,
        },
      ]),
    );
    const dates = body.entries.map(({ date }: { date: string }) => date);
    expect(dates).toEqual([...dates].sort());
  });

  it.each([
    ['at its own address', '.ics', '*/*'],
    ['to who accepts nothing else', '', 'text/calendar'],
    ['to who prefers it', '', 'application/json;q=0.1, text/calendar'],
  ])('is an iCalendar file %s, with an all-day event for each entry', async (_, suffix, accept) => {
    const file = await api.as('hana', 'GET', path + suffix, { headers: { accept } });
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="sub-annual.ics"');
    const { body: calendar } = await api.as('hana', 'GET', path);
    const events = eventsIn(file.body);
    expect(events.map(({ startDate }) => startDate.toString())).toEqual(
      calendar.entries.map(({ date }: { date: string }) => date),
    );
    for (const [index, { summary, startDate, duration }] of events.entries()) {
      expect(summary).toBe(`${calendar.entries[index].title} (Groupware, sub-annual)`);
      expect([startDate.isDate, duration.toSeconds()]).toEqual([true, 24 * 60 * 60]);
    }
  });

  it('is JSON for who accepts both alike, or says nothing', async () => {
    for (const accept of ['*/*', 'application/json, text/calendar', 'application/json', 'image/png']) {
      const answer = await api.as('hana', 'GET', path, { headers: { accept } });
      expect(answer.headers.get('content-type'), accept).toContain('application/json');
    }
  });

  it('gives each event an id of its own that stays, so that calendars do not show it twice', async () => {
    const ids = async () => eventsIn((await api.as('hana', 'GET', `${path}.ics`)).body).map(({ uid }) => uid);
    const first = await ids();
    expect(new Set(first).size).toBe(first.length);
    expect(first.length).toBeGreaterThan(5);
    expect(await ids()).toEqual(first);
  });

  it('takes no query', async () => {
    for (const suffix of ['', '.ics'])
      expectProblem(await api.as('hana', 'GET', `${path}${suffix}?months=2`), 'INVALID_REQUEST');
  });
});

describe('an iCalendar file', () => {
  const entry = { date: '2028-02-29', kind: 'endOfLife', orderId: null } as const;
  const file = (title: string) =>
    calendarFile(
      { from: '2028-02-01', until: '2028-03-01', phases: [], entries: [{ ...entry, title }] },
      { tenant: 'acme', subscriptionId: 'sub-1', productName: 'Größe, 大', at: new Date('2026-03-14T18:00:00Z') },
    );

  it('says by whom and when it was made, and keeps its day on every machine', () => {
    const lines = file('The end').split('\r\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Changeover//Subscription calendar//EN',
        'DTSTAMP:20260314T180000Z',
        'DTSTART;VALUE=DATE:20280229',
      ]),
    );
  });

  it('cannot be broken by what a title says, and folds long lines', () => {
    const title = `A; b, c \\ d\r\nBEGIN:VEVENT ${'大'.repeat(100)}`;
    const text = file(title);
    const [event, ...more] = eventsIn(text);
    expect(more).toEqual([]);
    expect(event?.summary.replaceAll('\r', '')).toBe(`${title.replaceAll('\r', '')} (Größe, 大, sub-1)`);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
});
