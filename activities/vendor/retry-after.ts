/** A vendor that names a longer wait, by mistake or not, would park its orders where nobody looks. */
const longestWait = 24 * 60 * 60 * 1000;

/**
 * The wait of a Retry-After header, in milliseconds, at most a day; `undefined` when there is none or it cannot be read. A date is
 * taken relative to the answer's own Date header where it has one, so that a vendor's wrong clock does no harm.
 */
export function retryAfterMs(headers: Headers, now: () => number = Date.now): number | undefined {
  const value = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(value)) return Math.min(Number(value) * 1000, longestWait);
  const until = httpDate(value);
  if (until === undefined) return undefined;
  const from = httpDate(headers.get('date') ?? '') ?? now();
  return Math.min(Math.max(until - from, 0), longestWait);
}

/** All three forms of RFC 9110 §5.6.7. The third, asctime, names no zone, and would be read as local time. */
function httpDate(text: string): number | undefined {
  if (!/^[A-Z][a-z]+,? /.test(text)) return undefined;
  const instant = Date.parse(text.endsWith(' GMT') ? text : `${text} GMT`);
  return Number.isNaN(instant) ? undefined : instant;
}
