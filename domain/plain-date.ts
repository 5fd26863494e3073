/** A calendar date `YYYY-MM-DD` in the business time zone of the product it belongs to; never an instant. Sorts as text. */
export type PlainDate = `${number}-${number}-${number}`;

/** A calendar month `YYYY-MM`. Sorts as text. */
export type PlainMonth = `${number}-${number}`;

/** Whether a text is a date of the Gregorian calendar, years 0001 to 9999. */
export function isPlainDate(text: string): text is PlainDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = parts(text as PlainDate);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function addDays(date: PlainDate, days: number): PlainDate {
  // Most steps are to the next day or the one before, of which the month knows.
  if (days === 1 || days === -1) return neighbour(date, days);
  return fromDayNumber(dayNumber(date) + days);
}

function neighbour(date: PlainDate, step: 1 | -1): PlainDate {
  const [year, month, day] = parts(date);
  if (step === 1) {
    if (day < daysInMonth(year, month)) return written(year, month, day + 1);
    return month < 12 ? written(year, month + 1, 1) : written(year + 1, 1, 1);
  }
  if (day > 1) return written(year, month, day - 1);
  return month > 1 ? written(year, month - 1, daysInMonth(year, month - 1)) : written(year - 1, 12, 31);
}

/** The same day `months` later; where that month has no such day, its last day. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year, month, day] = parts(date);
  const count = year * 12 + (month - 1) + months;
  const toYear = Math.floor(count / 12);
  const toMonth = count - toYear * 12 + 1;
  return written(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** Whole days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => dayNumber(to) - dayNumber(from);

export const monthOf = (date: PlainDate): PlainMonth => date.slice(0, 7) as PlainMonth;
export const startOfMonth = (date: PlainDate): PlainDate => `${date.slice(0, 7)}-01` as PlainDate;
export const startOfNextMonth = (date: PlainDate): PlainDate => addMonths(startOfMonth(date), 1);

export function endOfMonth(date: PlainDate): PlainDate {
  const [year, month] = parts(date);
  return written(year, month, daysInMonth(year, month));
}

export const earlier = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b);
export const later = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b);

// Dates are taken apart and written for every rule of every decision, so without regular expressions or padding.
const digit = (date: PlainDate, place: number): number => date.charCodeAt(place) - 48;
const parts = (date: PlainDate): [year: number, month: number, day: number] => [
  digit(date, 0) * 1_000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3),
  digit(date, 5) * 10 + digit(date, 6),
  digit(date, 8) * 10 + digit(date, 9),
];

const twoDigits = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));
const written = (year: number, month: number, day: number): PlainDate =>
  `${twoDigits[Math.floor(year / 100)]}${twoDigits[year % 100]}-${twoDigits[month]}-${twoDigits[day]}` as PlainDate;

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 31);

const DAYS_IN_400_YEARS = 146_097;

/**
 * Days since 0000-03-01 of the proleptic Gregorian calendar. Years are counted from March, so that the leap day is the last
 * of its year and a month's place in the year does not depend on it.
 */
function dayNumber(date: PlainDate): number {
  const [calendarYear, month, day] = parts(date);
  const year = month > 2 ? calendarYear : calendarYear - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear;
}

function fromDayNumber(number: number): PlainDate {
  const era = Math.floor(number / DAYS_IN_400_YEARS);
  const dayOfEra = number - era * DAYS_IN_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return written(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day);
}
