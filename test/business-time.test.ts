import { describe, expect, it } from 'vitest';
import { dateIn, startOfDay } from '../business-time.ts';
import type { PlainDate } from '../domain/plain-date.ts';

describe('the date of an instant', () => {
  it.each([
    { zone: 'Asia/Tokyo', instant: '2026-11-30T14:59:59Z', date: '2026-11-30' },
    { zone: 'Asia/Tokyo', instant: '2026-11-30T15:00:00Z', date: '2026-12-01' },
    { zone: 'UTC', instant: '2026-12-31T23:59:59Z', date: '2026-12-31' },
    { zone: 'America/St_Johns', instant: '2027-01-01T03:29:59Z', date: '2026-12-31' },
    { zone: 'America/St_Johns', instant: '2027-01-01T03:30:00Z', date: '2027-01-01' },
    { zone: 'America/St_Johns', instant: '2026-07-01T02:29:59Z', date: '2026-06-30' },
    { zone: 'America/St_Johns', instant: '2026-07-01T02:30:00Z', date: '2026-07-01' },
    // The night in which the clocks go forward has 23 hours, the one in which they go back 25.
    { zone: 'Europe/Athens', instant: '2026-03-28T22:00:00Z', date: '2026-03-29' },
    { zone: 'Europe/Athens', instant: '2026-03-29T21:00:00Z', date: '2026-03-30' },
    { zone: 'Europe/Athens', instant: '2026-10-25T21:59:59Z', date: '2026-10-25' },
    { zone: 'Europe/Athens', instant: '2026-10-25T22:00:00Z', date: '2026-10-26' },
    { zone: 'America/St_Johns', instant: '2026-03-09T02:29:59Z', date: '2026-03-08' },
    { zone: 'America/St_Johns', instant: '2026-03-09T02:30:00Z', date: '2026-03-09' },
    { zone: 'America/St_Johns', instant: '2026-11-02T03:29:59Z', date: '2026-11-01' },
    { zone: 'America/St_Johns', instant: '2026-11-02T03:30:00Z', date: '2026-11-02' },
    { zone: 'Asia/Tokyo', instant: '2028-02-29T14:59:59Z', date: '2028-02-29' },
    { zone: 'Asia/Tokyo', instant: '2028-02-29T15:00:00Z', date: '2028-03-01' },
    { zone: 'Asia/Tokyo', instant: '2027-02-28T15:00:00Z', date: '2027-03-01' },
    { zone: 'Pacific/Kiritimati', instant: '2028-02-28T10:00:00Z', date: '2028-02-29' },
  ])('$instant in $zone is $date', ({ zone, instant, date }) => {
    expect(dateIn(zone, new Date(instant))).toBe(date);
  });

  it('in a zone that does not exist is an error', () => {
    expect(() => dateIn('Mars/Olympus', new Date(0))).toThrow(RangeError);
  });
});

describe('the start of a day', () => {
  it.each<{ zone: string; date: PlainDate; instant: string }>([
    { zone: 'UTC', date: '2026-12-01', instant: '2026-12-01T00:00:00.000Z' },
    { zone: 'Asia/Tokyo', date: '2026-12-01', instant: '2026-11-30T15:00:00.000Z' },
    { zone: 'America/St_Johns', date: '2027-01-01', instant: '2027-01-01T03:30:00.000Z' },
    { zone: 'Europe/Athens', date: '2026-03-29', instant: '2026-03-28T22:00:00.000Z' },
    { zone: 'Europe/Athens', date: '2026-03-30', instant: '2026-03-29T21:00:00.000Z' },
    // Chile's clocks go forward at midnight: that day has no 00:00 and begins at 01:00.
    { zone: 'America/Santiago', date: '2026-09-06', instant: '2026-09-06T04:00:00.000Z' },
    // Havana's go back at 01:00, so that 00:00 comes twice; the day begins with the first.
    { zone: 'America/Havana', date: '2026-11-01', instant: '2026-11-01T04:00:00.000Z' },
  ])('$date in $zone is $instant', ({ zone, date, instant }) => {
    expect(startOfDay(zone, date).toISOString()).toBe(instant);
    expect(dateIn(zone, startOfDay(zone, date))).toBe(date);
    expect(dateIn(zone, new Date(startOfDay(zone, date).getTime() - 1)) < date).toBe(true);
  });

  it('in a zone that does not exist, or of a date that does not, is an error', () => {
    expect(() => startOfDay('Mars/Olympus', '2026-12-01')).toThrow(RangeError);
    expect(() => startOfDay('UTC', '2026-02-30')).toThrow(RangeError);
  });
});
