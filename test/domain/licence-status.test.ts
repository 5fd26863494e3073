import { describe, expect, it } from 'vitest';
import { licenceStatus } from '../../domain/licence-status.ts';
import type { PlainDate } from '../../domain/plain-date.ts';

describe('R11: a licence is normal, expiring soon within so many days of its expiration date, and expired after it', () => {
  it.each<{ days: number | null; date: PlainDate; expected: string }>([
    { days: 30, date: '2026-11-30', expected: 'normal' },
    { days: 30, date: '2026-12-01', expected: 'expiringSoon' },
    { days: 30, date: '2026-12-31', expected: 'expiringSoon' },
    { days: 30, date: '2027-01-01', expected: 'expired' },
    { days: 0, date: '2026-12-30', expected: 'normal' },
    { days: 0, date: '2026-12-31', expected: 'expiringSoon' },
    { days: null, date: '2026-12-31', expected: 'normal' },
    { days: null, date: '2027-01-01', expected: 'expired' },
  ])('expires 2026-12-31, notified $days days before, on $date: $expected', ({ days, date, expected }) => {
    const licence = { expirationDate: '2026-12-31', expirationNotificationDays: days } as const;
    expect(licenceStatus(licence, date)).toBe(expected);
  });

  it('stays normal where nothing makes it expire', () => {
    expect(licenceStatus({ expirationDate: null, expirationNotificationDays: 30 }, '2030-01-01')).toBe('normal');
  });
});
