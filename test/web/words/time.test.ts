import { describe, expect, it } from 'vitest';
import { dateWords, fullDateWords, instantWords, periodWords } from '../../../web/words/time.ts';

describe('a contract date in words', () => {
  it('is that day, wherever the browser is', () => {
    expect(dateWords('2027-01-01')).toBe('1 Jan 2027');
    expect(fullDateWords('2026-12-01')).toBe('1 December 2026');
  });

  it('has both its ends where it is a period', () => {
    expect(periodWords({ start: '2025-12-01', end: '2026-11-30' })).toBe('1 Dec 2025 to 30 Nov 2026');
  });
});

describe('an instant in words', () => {
  it('is what the clocks of the product show', () => {
    expect(instantWords('2026-11-24T15:30:00Z', 'Asia/Tokyo')).toMatch(/^25 Nov 2026, 00:30/);
  });
});
