import { describe, expect, it } from 'vitest';
import { byEffectiveDate } from '../../../domain/pending/by-effective-date.ts';
import { pendingChange } from '../decision-input.ts';

describe('pending changes', () => {
  const january = pendingChange('january', '2027-01-01', { quantity: 18 });
  const alsoJanuary = pendingChange('also-january', '2027-01-01', { quantity: 19 });
  const february = pendingChange('february', '2027-02-01', { quantity: 17 });

  it('take effect by their dates, those of one day as they were accepted', () => {
    expect([february, alsoJanuary, january].sort(byEffectiveDate)).toEqual([alsoJanuary, january, february]);
    expect([january, february, alsoJanuary].sort(byEffectiveDate)).toEqual([january, alsoJanuary, february]);
  });

  it('are before, after, or beside one another', () => {
    expect(byEffectiveDate(january, february)).toBeLessThan(0);
    expect(byEffectiveDate(february, january)).toBeGreaterThan(0);
    expect(byEffectiveDate(january, alsoJanuary)).toBe(0);
  });
});
