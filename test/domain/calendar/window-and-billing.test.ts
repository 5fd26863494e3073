import { describe, expect, it } from 'vitest';
import { nextWindow, openWindow, type Phase, phaseOn } from '../../../domain/calendar/phase.ts';
import type { ServicePeriod } from '../../../domain/calendar/service-period.ts';
import type { PlainDate } from '../../../domain/plain-date.ts';
import { groupwareAnnual } from '../products/groupware.ts';

const { subscription, policy } = groupwareAnnual;
const billed = (billedOn: PlainDate | null) => [{ month: '2027-01' as const, billedOn, paidOn: null }];

describe('R20: the renewal window of 2026, when the next period is billed', () => {
  it.each<{ billedOn: PlainDate | null; window: ServicePeriod | null }>([
    { billedOn: null, window: { start: '2026-12-01', end: '2026-12-31' } },
    { billedOn: '2027-01-05', window: { start: '2026-12-01', end: '2026-12-31' } },
    { billedOn: '2026-12-28', window: { start: '2026-12-01', end: '2026-12-27' } },
    { billedOn: '2026-12-02', window: { start: '2026-12-01', end: '2026-12-01' } },
    { billedOn: '2026-12-01', window: null },
    { billedOn: '2026-11-20', window: null },
  ])('on $billedOn', ({ billedOn, window }) => {
    expect(openWindow(subscription, policy, billed(billedOn))).toEqual(window);
  });

  it.each<{ billedOn: PlainDate; date: PlainDate; phase: Phase }>([
    { billedOn: '2026-12-02', date: '2026-12-01', phase: 'renewalWindow' },
    { billedOn: '2026-12-02', date: '2026-12-02', phase: 'renewalWindowClosed' },
    { billedOn: '2026-12-01', date: '2026-12-01', phase: 'renewalWindowClosed' },
    { billedOn: '2026-11-20', date: '2026-11-30', phase: 'servicePeriod' },
    { billedOn: '2026-11-20', date: '2026-12-01', phase: 'renewalWindowClosed' },
  ])('on $billedOn, $date is in the phase $phase', ({ billedOn, date, phase }) => {
    expect(phaseOn(subscription, policy, billed(billedOn), date)).toBe(phase);
  });

  const ofNextYear = { start: '2027-12-01', end: '2027-12-31' };

  it.each<{ billedOn: PlainDate | null; date: PlainDate; window: object }>([
    { billedOn: null, date: '2026-06-15', window: { start: '2026-12-01', end: '2026-12-31' } },
    { billedOn: null, date: '2026-12-31', window: { start: '2026-12-31', end: '2026-12-31' } },
    { billedOn: '2026-12-28', date: '2026-12-10', window: { start: '2026-12-10', end: '2026-12-27' } },
    { billedOn: '2026-12-28', date: '2026-12-27', window: { start: '2026-12-27', end: '2026-12-27' } },
    { billedOn: '2026-12-28', date: '2026-12-28', window: ofNextYear },
    { billedOn: '2026-11-20', date: '2026-11-10', window: ofNextYear },
    { billedOn: '2026-11-20', date: '2026-12-10', window: ofNextYear },
  ])('on $billedOn, the next window as seen on $date', ({ billedOn, date, window }) => {
    expect(nextWindow(subscription, policy, billed(billedOn), date)).toEqual(window);
  });
});
