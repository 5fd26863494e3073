import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  earlier,
  endOfMonth,
  isPlainDate,
  later,
  monthOf,
  type PlainDate,
  startOfMonth,
  startOfNextMonth,
} from '../../domain/plain-date.ts';
import { anyDate } from './arbitrary-date.ts';

const RUNS = { numRuns: 1_000 };
const within = (year: number) => year >= 1 && year <= 9999;

describe('a text is a date', () => {
  it.each(['0001-01-01', '2026-02-28', '2028-02-29', '2000-02-29', '2026-12-31', '9999-12-31'])(
    'when it is a day of the calendar: %s',
    (text) => {
      expect(isPlainDate(text)).toBe(true);
    },
  );

  it.each([
    ['a day that February does not have', '2026-02-29'],
    ['a leap day of a century that has none', '2100-02-29'],
    ['a day 31 of a short month', '2026-04-31'],
    ['a day 0', '2026-04-00'],
    ['a day 32', '2026-12-32'],
    ['a month 0', '2026-00-10'],
    ['a month 13', '2026-13-01'],
    ['a year 0', '0000-01-01'],
    ['a short day', '2026-4-1'],
    ['a long year', '12026-04-01'],
    ['a date that ends as one', '1-2026-04-01'],
    ['an instant', '2026-04-01T00:00:00Z'],
    ['a date with something around it', ' 2026-04-01'],
    ['a date and a line break', '2026-04-01\n'],
    ['other digits', '２０２６-０４-０１'],
    ['nothing', ''],
    ['a word', 'tomorrow'],
  ])('but not when it is %s', (_, text) => {
    expect(isPlainDate(text)).toBe(false);
  });
});

describe('adding days', () => {
  it.each<[PlainDate, number, PlainDate]>([
    ['2026-03-15', 0, '2026-03-15'],
    ['2026-03-31', 1, '2026-04-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2028-02-29', 1, '2028-03-01'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2100-02-28', 1, '2100-03-01'],
    ['2000-02-28', 1, '2000-02-29'],
    ['2000-02-29', 1, '2000-03-01'],
    ['2026-03-01', 14, '2026-03-15'],
  ])('%s and %i days: %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
  });
});

describe('adding months keeps the day, or takes the last day of a month that lacks it', () => {
  it.each<[PlainDate, number, PlainDate]>([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', 48, '2032-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2027-01-15', -1, '2026-12-15'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %i months: %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });
});

describe('a day’s month', () => {
  it.each<{ date: PlainDate; month: string; starts: PlainDate; ends: PlainDate; next: PlainDate }>([
    { date: '2026-03-15', month: '2026-03', starts: '2026-03-01', ends: '2026-03-31', next: '2026-04-01' },
    { date: '2026-12-01', month: '2026-12', starts: '2026-12-01', ends: '2026-12-31', next: '2027-01-01' },
    { date: '2028-02-29', month: '2028-02', starts: '2028-02-01', ends: '2028-02-29', next: '2028-03-01' },
    { date: '2027-02-01', month: '2027-02', starts: '2027-02-01', ends: '2027-02-28', next: '2027-03-01' },
  ])('of $date is $month, from $starts to $ends', ({ date, month, starts, ends, next }) => {
    expect([monthOf(date), startOfMonth(date), endOfMonth(date), startOfNextMonth(date)]).toEqual([
      month,
      starts,
      ends,
      next,
    ]);
  });
});

describe('of two days', () => {
  it.each<{ a: PlainDate; b: PlainDate; first: PlainDate; last: PlainDate; days: number }>([
    { a: '2026-03-15', b: '2026-03-16', first: '2026-03-15', last: '2026-03-16', days: 1 },
    { a: '2026-03-15', b: '2026-03-15', first: '2026-03-15', last: '2026-03-15', days: 0 },
    { a: '2027-01-01', b: '2026-12-31', first: '2026-12-31', last: '2027-01-01', days: -1 },
    { a: '2028-02-28', b: '2028-03-01', first: '2028-02-28', last: '2028-03-01', days: 2 },
  ])('$a and $b, the earlier is $first and $days days lie between them', ({ a, b, first, last, days }) => {
    expect([earlier(a, b), later(a, b), daysBetween(a, b)]).toEqual([first, last, days]);
  });
});

describe('dates of the years 0001 to 9999 are those of Temporal', () => {
  it('in adding days', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -400_000, max: 400_000 }), (date, days) => {
        const expected = Temporal.PlainDate.from(date).add({ days });
        fc.pre(within(expected.year));
        expect(addDays(date, days)).toBe(expected.toString());
      }),
      RUNS,
    );
  });

  it('in adding months', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -2_400, max: 2_400 }), (date, months) => {
        const expected = Temporal.PlainDate.from(date).add({ months });
        fc.pre(within(expected.year));
        expect(addMonths(date, months)).toBe(expected.toString());
      }),
      RUNS,
    );
  });

  it('in the days between two of them', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (from, to) => {
        const { days } = Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' });
        expect(daysBetween(from, to)).toBe(days);
      }),
      RUNS,
    );
  });

  it('in where their months begin and end', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const day = Temporal.PlainDate.from(date);
        expect(endOfMonth(date)).toBe(day.with({ day: day.daysInMonth }).toString());
        expect(startOfMonth(date)).toBe(day.with({ day: 1 }).toString());
        expect(monthOf(date)).toBe(day.toPlainYearMonth().toString());
      }),
      RUNS,
    );
  });

  it('in their order as text', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(Math.sign(daysBetween(a, b))).toBe(Temporal.PlainDate.compare(b, a));
        expect(earlier(a, b) <= later(a, b)).toBe(true);
      }),
      RUNS,
    );
  });

  it('in which texts are dates at all', () => {
    const number = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(number(9999), number(14), number(33), (year, month, day) => {
        const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        expect(isPlainDate(text)).toBe(year >= 1 && existsInTemporal(text));
      }),
      RUNS,
    );
  });
});

function existsInTemporal(text: string): boolean {
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}
