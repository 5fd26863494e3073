import { describe, expect, it } from 'vitest';
import { retryAfterMs } from '../../activities/vendor/retry-after.ts';

const day = 24 * 3_600_000;
const now = () => Date.parse('1994-11-06T08:49:00Z');

describe('Retry-After', () => {
  it.each<[string, number | undefined]>([
    ['0', 0],
    ['120', 120_000],
    ['Sun, 06 Nov 1994 08:49:37 GMT', 37_000],
    ['Sunday, 06-Nov-94 08:49:37 GMT', 37_000],
    ['Sun Nov  6 08:49:37 1994', 37_000],
    ['Sun, 06 Nov 1994 08:48:00 GMT', 0],
    ['Sun, 06 Nov 2094 08:49:37 GMT', day],
    ['99999999999999999999999', day],
    ['-1', undefined],
    ['1.5', undefined],
    ['soon', undefined],
    ['Sun, 99 Nov 1994 08:49:37 GMT', undefined],
    ['', undefined],
  ])('"%s" asks for a wait of %s ms', (value, wait) => {
    expect(retryAfterMs(new Headers({ 'retry-after': value }), now)).toBe(wait);
  });

  it('as a date is measured by the clock of the vendor that sent it', () => {
    const headers = { date: 'Mon, 07 Nov 1994 00:00:00 GMT', 'retry-after': 'Mon, 07 Nov 1994 00:00:05 GMT' };
    expect(retryAfterMs(new Headers(headers), now)).toBe(5000);
  });

  it('that is missing asks for none', () => {
    expect(retryAfterMs(new Headers(), now)).toBeUndefined();
  });
});
