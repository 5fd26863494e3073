import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextWindow, openWindow, type Phase, phaseOn } from '../../../domain/calendar/phase.ts';
import { periodFrom, renewalWindowOf } from '../../../domain/calendar/service-period.ts';
import { terms } from '../../../domain/catalogue.ts';
import type { BillingPeriod } from '../../../domain/facts.ts';
import { addDays, daysBetween, type PlainDate } from '../../../domain/plain-date.ts';
import { recentDate } from '../arbitrary-date.ts';
import { groupwareAnnual, groupwareMonthly } from '../products/groupware.ts';
import { policy } from '../products/sample.ts';

const closing = (closes: 'atBilling' | 'atNextPeriod') => policy('groupware', { renewalWindow: { closes } });
const atBilling = closing('atBilling');
const january = (billedOn: PlainDate | null): BillingPeriod[] => [{ month: '2027-01', billedOn, paidOn: null }];

describe('R18, R19: S4’s columns, for a service period from January 1 to December 31', () => {
  it.each<[PlainDate, Phase]>([
    ['2025-12-31', 'servicePeriod'],
    ['2026-01-01', 'servicePeriod'],
    ['2026-11-30', 'servicePeriod'],
    ['2026-12-01', 'renewalWindow'],
    ['2026-12-31', 'renewalWindow'],
    ['2027-01-01', 'servicePeriod'],
  ])('%s: %s', (date, phase) => {
    expect(phaseOn(groupwareAnnual.subscription, atBilling, [], date)).toBe(phase);
  });

  it('a monthly service has none of them', () => {
    expect(phaseOn(groupwareMonthly.subscription, atBilling, [], '2026-03-31')).toBe('monthly');
  });
});

describe('R20: the window closes when the next period is billed or begins, whichever is first', () => {
  it.each<{ billedOn: PlainDate | null; date: PlainDate; phase: Phase }>([
    { billedOn: null, date: '2026-12-31', phase: 'renewalWindow' },
    { billedOn: '2026-12-28', date: '2026-12-27', phase: 'renewalWindow' },
    { billedOn: '2026-12-28', date: '2026-12-28', phase: 'renewalWindowClosed' },
    { billedOn: '2026-12-28', date: '2026-12-31', phase: 'renewalWindowClosed' },
    { billedOn: '2026-12-28', date: '2027-01-01', phase: 'servicePeriod' },
    { billedOn: '2026-12-01', date: '2026-12-01', phase: 'renewalWindowClosed' },
    { billedOn: '2026-11-20', date: '2026-11-30', phase: 'servicePeriod' },
    { billedOn: '2026-11-20', date: '2026-12-15', phase: 'renewalWindowClosed' },
    { billedOn: '2027-01-01', date: '2026-12-31', phase: 'renewalWindow' },
    { billedOn: '2027-01-10', date: '2026-12-31', phase: 'renewalWindow' },
  ])('billed on $billedOn, $date: $phase', ({ billedOn, date, phase }) => {
    expect(phaseOn(groupwareAnnual.subscription, atBilling, january(billedOn), date)).toBe(phase);
  });

  it('stays open to the last day where the policy closes it at the next period', () => {
    const open = openWindow(groupwareAnnual.subscription, closing('atNextPeriod'), january('2026-12-10'));
    expect(open).toEqual({ start: '2026-12-01', end: '2026-12-31' });
  });

  it('is not closed by the billing of another month', () => {
    const billed: BillingPeriod[] = [{ month: '2026-12', billedOn: '2026-12-05', paidOn: '2026-12-06' }];
    expect(openWindow(groupwareAnnual.subscription, atBilling, billed)).toEqual({
      start: '2026-12-01',
      end: '2026-12-31',
    });
  });
});

describe('the window in which a reduction is next possible', () => {
  it.each<{ billedOn: PlainDate | null; date: PlainDate; from: PlainDate; until: PlainDate }>([
    { billedOn: null, date: '2026-03-15', from: '2026-12-01', until: '2026-12-31' },
    { billedOn: null, date: '2026-12-01', from: '2026-12-01', until: '2026-12-31' },
    { billedOn: null, date: '2026-12-10', from: '2026-12-10', until: '2026-12-31' },
    { billedOn: '2026-12-28', date: '2026-12-10', from: '2026-12-10', until: '2026-12-27' },
    { billedOn: '2026-12-28', date: '2026-12-28', from: '2027-12-01', until: '2027-12-31' },
    { billedOn: '2026-11-20', date: '2026-11-25', from: '2027-12-01', until: '2027-12-31' },
  ])('billed on $billedOn, asked on $date: $from to $until', ({ billedOn, date, from, until }) => {
    expect(nextWindow(groupwareAnnual.subscription, atBilling, january(billedOn), date)).toEqual({
      start: from,
      end: until,
    });
  });

  it('of the next year ends with that year’s February, also when it is a leap year', () => {
    const subscription = {
      term: 'annual' as const,
      servicePeriod: { start: '2026-03-01', end: '2027-02-28' } as const,
    };
    const subscribed = { ...groupwareAnnual.subscription, ...subscription };
    const billed: BillingPeriod[] = [{ month: '2027-03', billedOn: '2027-02-10', paidOn: null }];
    expect(nextWindow(subscribed, atBilling, billed, '2027-02-15')).toEqual({ start: '2028-02-01', end: '2028-02-29' });
  });
});

describe('the phases of any subscription', () => {
  const placed = fc.record({
    term: fc.constantFrom(...terms),
    start: recentDate,
    closes: fc.constantFrom('atBilling' as const, 'atNextPeriod' as const),
    billed: fc.option(fc.integer({ min: -40, max: 10 })),
  });

  it('partition its period: before the window, in it, and after it closed, each in one piece', () => {
    fc.assert(
      fc.property(placed, ({ term, start, closes, billed }) => {
        const servicePeriod = periodFrom(term, start);
        const next = addDays(servicePeriod.end, 1);
        const billing: BillingPeriod[] =
          billed === null
            ? []
            : [{ month: next.slice(0, 7) as BillingPeriod['month'], billedOn: addDays(next, billed), paidOn: null }];
        const subscribed = { ...groupwareAnnual.subscription, term, servicePeriod };
        const found = days(servicePeriod).map((date) => phaseOn(subscribed, closing(closes), billing, date));
        const pieces = found.filter((phase, index) => phase !== found[index - 1]);
        expect(pieces).toEqual(term === 'monthly' ? ['monthly'] : [...new Set(found)].sort(byCourse));
        if (term === 'monthly') return;
        const window = renewalWindowOf(servicePeriod);
        const inWindow = days(window).length;
        expect(found.filter((phase) => phase !== 'servicePeriod')).toHaveLength(inWindow);
        expect(found.slice(0, -inWindow).every((phase) => phase === 'servicePeriod')).toBe(true);
        const open = openWindow(subscribed, closing(closes), billing);
        expect(found.filter((phase) => phase === 'renewalWindow')).toHaveLength(open ? days(open).length : 0);
      }),
      { numRuns: 200 },
    );
  });
});

const course: Phase[] = ['servicePeriod', 'renewalWindow', 'renewalWindowClosed'];
const byCourse = (a: Phase, b: Phase) => course.indexOf(a) - course.indexOf(b);

const days = ({ start, end }: { start: PlainDate; end: PlainDate }): PlainDate[] =>
  Array.from({ length: daysBetween(start, end) + 1 }, (_, index) => addDays(start, index));
