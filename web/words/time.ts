/** An instant as the clocks of a time zone show it: `24 Nov 2026, 18:03 GMT+9`. */
export const instantWords = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(new Date(instant));

/** A contract date (`2026-11-24`, in the product's zone already): `24 Nov 2026`. */
export const dateWords = (date: string): string => inWords(date, 'short');

/** The same where it is what a person decides on: `24 November 2026`. */
export const fullDateWords = (date: string): string => inWords(date, 'long');

/** Contract dates, both inclusive: `1 Jan 2026 to 31 Dec 2026`. */
export const periodWords = ({ start, end }: { start: string; end: string }): string =>
  `${dateWords(start)} to ${dateWords(end)}`;

const inWords = (date: string, month: 'short' | 'long'): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
