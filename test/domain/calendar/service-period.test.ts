import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dayAfter, periodFrom, renewalWindowOf } from '../../../domain/calendar/service-period.ts';
import { terms } from '../../../domain/catalogue.ts';
import { daysBetween, monthOf, type PlainDate, startOfNextMonth } from '../../../domain/plain-date.ts';
import { dateBetween } from '../arbitrary-date.ts';

const RUNS = { numRuns: 500 };
const date = dateBetween('0001-01-01', '9990-12-31');

describe('R17: the annual term is one year, from the first of the month after the order', () => {
  it.each<{ ordered: PlainDate; start: PlainDate; end: PlainDate }>([
    { ordered: '2026-03-15', start: '2026-04-01', end: '2027-03-31' },
    { ordered: '2026-03-01', start: '2026-04-01', end: '2027-03-31' },
    { ordered: '2026-03-31', start: '2026-04-01', end: '2027-03-31' },
    { ordered: '2025-12-31', start: '2026-01-01', end: '2026-12-31' },
    { ordered: '2027-02-28', start: '2027-03-01', end: '2028-02-29' },
    { ordered: '2028-02-29', start: '2028-03-01', end: '2029-02-28' },
  ])('ordered on $ordered, from $start to $end', ({ ordered, start, end }) => {
    expect(periodFrom('annual', startOfNextMonth(ordered))).toEqual({ start, end });
  });
});

describe('a service period', () => {
  it.each<{ term: 'monthly' | 'annual'; start: PlainDate; end: PlainDate }>([
    { term: 'annual', start: '2026-03-15', end: '2027-03-14' },
    { term: 'annual', start: '2027-02-28', end: '2028-02-27' },
    { term: 'annual', start: '2028-02-28', end: '2029-02-27' },
    { term: 'annual', start: '2028-02-29', end: '2029-02-28' },
    { term: 'monthly', start: '2026-03-15', end: '2026-03-31' },
    { term: 'monthly', start: '2026-03-31', end: '2026-03-31' },
    { term: 'monthly', start: '2028-02-01', end: '2028-02-29' },
    { term: 'monthly', start: '2027-02-01', end: '2027-02-28' },
    { term: 'monthly', start: '2026-12-01', end: '2026-12-31' },
  ])('$term from $start lasts to $end', ({ term, start, end }) => {
    expect(periodFrom(term, start)).toEqual({ start, end });
  });

  it('begins on its first day and leaves no day between itself and the next', () => {
    fc.assert(
      fc.property(date, fc.constantFrom(...terms), (start, term) => {
        const period = periodFrom(term, start);
        expect(period.start).toBe(start);
        expect(daysBetween(period.start, period.end)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(period.end, dayAfter(period))).toBe(1);
      }),
      RUNS,
    );
  });

  it('of a year ends on the day before its anniversary, or on the last of February where that has no such day', () => {
    fc.assert(
      fc.property(date, (start) => {
        const from = Temporal.PlainDate.from(start);
        const anniversary = from.add({ years: 1 });
        const expected = anniversary.day === from.day ? anniversary.subtract({ days: 1 }) : anniversary;
        expect(periodFrom('annual', start).end).toBe(expected.toString());
      }),
      RUNS,
    );
  });

  it('of a month, twelve in a row, makes a year of months', () => {
    fc.assert(
      fc.property(date, (ordered) => {
        const first = startOfNextMonth(ordered);
        let month = periodFrom('monthly', first);
        for (let count = 1; count < 12; count++) month = periodFrom('monthly', dayAfter(month));
        expect({ start: first, end: month.end }).toEqual(periodFrom('annual', first));
      }),
      RUNS,
    );
  });
});

describe('R19: the renewal window is the last month of the service period', () => {
  it.each<{ start: PlainDate; end: PlainDate; opens: PlainDate }>([
    { start: '2026-01-01', end: '2026-12-31', opens: '2026-12-01' },
    { start: '2026-04-01', end: '2027-03-31', opens: '2027-03-01' },
    { start: '2027-03-01', end: '2028-02-29', opens: '2028-02-01' },
    { start: '2026-03-15', end: '2027-03-14', opens: '2027-03-01' },
    { start: '2026-03-15', end: '2026-03-20', opens: '2026-03-15' },
  ])('from $start to $end: it opens on $opens', ({ start, end, opens }) => {
    expect(renewalWindowOf({ start, end })).toEqual({ start: opens, end });
  });

  it('lies within its period, in one calendar month, and lasts to the end', () => {
    fc.assert(
      fc.property(date, fc.constantFrom(...terms), (start, term) => {
        const period = periodFrom(term, start);
        const window = renewalWindowOf(period);
        expect(window.start >= period.start && window.start <= window.end).toBe(true);
        expect(window.end).toBe(period.end);
        expect(monthOf(window.start)).toBe(monthOf(window.end));
      }),
      RUNS,
    );
  });
});
