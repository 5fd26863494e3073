import { describe, expect, it } from 'vitest';
import { CALENDAR_MONTHS, calendar, calendarKinds } from '../../../domain/calendar/calendar.ts';
import type { PlainDate } from '../../../domain/plain-date.ts';
import { decisionInput, type Given, pendingChange } from '../decision-input.ts';
import { groupwareAnnual, groupwareMonthly } from '../products/groupware.ts';
import { worryFree } from '../products/worry-free.ts';

function months(given: Given, count?: number) {
  const { today, subscription, facts, product, policy } = decisionInput(given);
  return calendar({ date: today, subscription, facts }, product, policy, count);
}

const entries = (given: Given, count?: number): string[] =>
  months(given, count).entries.map(({ date, kind }) => `${date} ${kind}`);
const days = (kind: string, given: Given, count?: number): PlainDate[] =>
  months(given, count).entries.flatMap((one) => (one.kind === kind ? [one.date] : []));

const annual = (given: Given = {}): Given => ({ of: groupwareAnnual, today: '2026-11-15', ...given });
const monthly = (given: Given = {}): Given => ({ of: groupwareMonthly, today: '2026-03-15', ...given });
const fewerUsers = pendingChange('order-1', '2027-01-01', { quantity: 18 }, '2026-11-10');
const billed: Given['facts'] = { billingPeriods: [{ month: '2027-01', billedOn: '2026-12-28', paidOn: null }] };

describe('the calendar', () => {
  it('reaches 18 months from the day it is asked on', () => {
    expect(CALENDAR_MONTHS).toBe(18);
    expect(months(annual())).toMatchObject({ from: '2026-11-15', until: '2028-05-14' });
  });

  it('reaches as many months as are asked for', () => {
    expect(months(annual(), 1)).toMatchObject({ from: '2026-11-15', until: '2026-12-14' });
  });

  it('R18, R19: says when an annual term ends, is renewed, and may be reduced', () => {
    expect(entries(annual())).toEqual([
      '2026-12-01 renewalWindowOpens',
      '2026-12-31 periodEnds',
      '2026-12-31 renewalWindowCloses',
      '2027-01-01 renewal',
      '2027-12-01 renewalWindowOpens',
      '2027-12-31 periodEnds',
      '2027-12-31 renewalWindowCloses',
      '2028-01-01 renewal',
    ]);
  });

  it('names the service period that comes', () => {
    const renewal = months(annual()).entries.find(({ kind }) => kind === 'renewal');
    expect(renewal?.title).toContain('2027-01-01 to 2027-12-31');
  });

  it('R20: closes the window on the day before the next period is billed', () => {
    expect(days('renewalWindowCloses', annual({ facts: billed }), 3)).toEqual(['2026-12-27']);
    expect(months(annual({ facts: billed }), 3).phases).toEqual([
      { from: '2026-11-15', until: '2026-11-30', phase: 'servicePeriod' },
      { from: '2026-12-01', until: '2026-12-27', phase: 'renewalWindow' },
      { from: '2026-12-28', until: '2026-12-31', phase: 'renewalWindowClosed' },
      { from: '2027-01-01', until: '2027-02-14', phase: 'servicePeriod' },
    ]);
  });

  it('R20: has no window when the next period was billed before it would have opened', () => {
    const early = annual({ facts: { billingPeriods: [{ month: '2027-01', billedOn: '2026-11-20', paidOn: null }] } });
    expect(entries(early, 3)).toEqual(['2026-12-31 periodEnds', '2027-01-01 renewal']);
    expect(months(early, 3).phases).toEqual([
      { from: '2026-11-15', until: '2026-11-30', phase: 'servicePeriod' },
      { from: '2026-12-01', until: '2026-12-31', phase: 'renewalWindowClosed' },
      { from: '2027-01-01', until: '2027-02-14', phase: 'servicePeriod' },
    ]);
  });

  it('has no window of a monthly term', () => {
    expect(entries(monthly(), 2)).toEqual([
      '2026-03-31 periodEnds',
      '2026-04-01 renewal',
      '2026-04-30 periodEnds',
      '2026-05-01 renewal',
    ]);
  });

  it('R21: ends with a subscription that is not renewed', () => {
    const given = annual({ subscription: { autoRenewal: { enabled: false, frequency: 'annual' } } });
    expect(entries(given)).toEqual([
      '2026-12-01 renewalWindowOpens',
      '2026-12-31 periodEnds',
      '2026-12-31 renewalWindowCloses',
      '2027-01-01 expiry',
    ]);
    expect(months(given).phases.at(-1)).toEqual({ from: '2027-01-01', until: '2028-05-14', phase: 'ended' });
  });

  it('says when a suspension ends by itself, and when an activation day comes', () => {
    const suspended = annual({ subscription: { state: 'suspended', suspendedUntil: '2026-11-20' } });
    expect(entries(suspended, 1)).toContain('2026-11-20 resumption');
    const waiting = annual({
      subscription: { state: 'pendingActivation', activation: { mode: 'onDate', date: '2026-11-21' } },
    });
    expect(entries(waiting, 1)).toContain('2026-11-21 activation');
  });

  it('lists by day, and everything with a title', () => {
    const given = { of: worryFree, today: '2026-11-15', facts: { pendingChanges: [fewerUsers] } } as const;
    const { entries: found } = months(given);
    expect(found.map(({ date }) => date)).toEqual(found.map(({ date }) => date).sort());
    for (const { kind, title } of found) {
      expect(calendarKinds).toContain(kind);
      expect(title).toMatch(/^[A-Z]/);
      expect(title).not.toMatch(/undefined|null/);
    }
  });

  it('tells nothing of before the day it is asked on', () => {
    const dueLongAgo = annual({ today: '2027-01-01' });
    expect(days('periodEnds', dueLongAgo, 1)).toEqual([]);
    expect(days('renewal', dueLongAgo, 1)).toEqual(['2027-01-01']);
  });
});

describe('what the calendar says in words', () => {
  const words = (kind: string, given: Given) => months(given).entries.find((one) => one.kind === kind)?.title;
  const notRenewed = annual({ subscription: { autoRenewal: { enabled: false, frequency: 'annual' } } });
  const plan = { endOfSaleDate: '2026-11-30', endOfLifeDate: '2027-06-30' } as const;

  it.each<{ kind: string; given: Given; names: RegExp }>([
    { kind: 'expiry', given: notRenewed, names: /^Groupware has expired/ },
    { kind: 'periodEnds', given: notRenewed, names: /not renewed/ },
    { kind: 'endOfSale', given: annual({ plan }), names: /^Standard reaches End of Sale/ },
    { kind: 'endOfLife', given: annual({ plan }), names: /^Standard reaches End of Life/ },
    {
      kind: 'resumption',
      given: annual({ subscription: { state: 'suspended', suspendedUntil: '2026-11-20' } }),
      names: /suspension ends/,
    },
    {
      kind: 'activation',
      given: annual({
        subscription: { state: 'pendingActivation', activation: { mode: 'onDate', date: '2026-11-21' } },
      }),
      names: /^Groupware is activated/,
    },
    {
      kind: 'decreasePossible',
      given: monthly({ facts: { lastIncreaseDate: '2026-03-12' } }),
      names: /decrease .* possible/,
    },
  ])('of $kind: $names', ({ kind, given, names }) => {
    expect(words(kind, given)).toMatch(names);
  });
});

describe('a pending change in the calendar', () => {
  const pending = (vendorLeadDays: number): Given =>
    annual({ facts: { pendingChanges: [fewerUsers] }, product: { vendorLeadDays } });
  const ofOrder = (given: Given) => months(given, 3).entries.filter(({ orderId }) => orderId === 'order-1');

  it('stands on the day from which it holds, in words, with its order', () => {
    expect(ofOrder(pending(0))).toContainEqual({
      date: '2027-01-01',
      kind: 'pendingChange',
      title: 'Change the quantity to 18 users in total',
      orderId: 'order-1',
    });
  });

  it.each([
    { lead: 0, lastSafeDay: '2026-12-31' },
    { lead: 1, lastSafeDay: '2026-12-30' },
    { lead: 10, lastSafeDay: '2026-12-21' },
  ])('can be taken back until the day before, less $lead days that the vendor needs', ({ lead, lastSafeDay }) => {
    const safe = ofOrder(pending(lead)).filter(({ kind }) => kind === 'lastSafeDay');
    expect(safe.map(({ date }) => date)).toEqual([lastSafeDay]);
    expect(safe[0]?.title).toContain('Change the quantity to 18 users in total');
  });

  it('has no last safe day when that has passed', () => {
    const safe = ofOrder(pending(60)).filter(({ kind }) => kind === 'lastSafeDay');
    expect(safe).toEqual([]);
  });
});

describe('the days that the vendor needs before the window closes', () => {
  const safeDays = (vendorLeadDays: number) => days('lastSafeDay', annual({ product: { vendorLeadDays } }), 3);

  it.each([
    { lead: 0, expected: [], why: 'none where it needs none' },
    { lead: 2, expected: ['2026-12-29'], why: 'so many days before' },
    { lead: 30, expected: ['2026-12-01'], why: 'the first day of the window' },
    { lead: 31, expected: [], why: 'none where it needs more than the window has' },
  ])('$lead: $why', ({ lead, expected }) => {
    expect(safeDays(lead)).toEqual(expected);
  });
});

describe('R14: the day from which a monthly subscription can be decreased again', () => {
  const possible = (given: Given, count = 4) => days('decreasePossible', monthly(given), count);
  const ordered = { firstOrderDate: '2026-03-10' } as const;
  const raised = { lastIncreaseDate: '2026-03-12' } as const;
  const lockedBy = (...notInMonthOf: ('firstOrder' | 'increase')[]) => ({ monthlyDecrease: { notInMonthOf } });

  it.each<{ what: string; given: Given; expected: PlainDate[] }>([
    { what: 'after the month of the first order', given: { subscription: ordered }, expected: ['2026-04-01'] },
    { what: 'after the month of an increase', given: { facts: raised }, expected: ['2026-04-01'] },
    { what: 'once, after both', given: { subscription: ordered, facts: raised }, expected: ['2026-04-01'] },
    { what: 'long after both', given: {}, expected: [] },
    {
      what: 'not after the first order where the contract does not say so',
      given: { subscription: ordered, rules: lockedBy('increase') },
      expected: [],
    },
    {
      what: 'not after an increase where the contract does not say so',
      given: { facts: raised, rules: lockedBy('firstOrder') },
      expected: [],
    },
    { what: 'where no rule locks it', given: { subscription: ordered, facts: raised, rules: {} }, expected: [] },
    {
      what: 'of an annual term',
      given: { of: groupwareAnnual, subscription: { firstOrderDate: '2026-03-10' } },
      expected: [],
    },
    {
      what: 'after the month in which a pending increase comes',
      given: { facts: { pendingChanges: [pendingChange('more', '2026-05-10', { quantity: 30 })] } },
      expected: ['2026-06-01'],
    },
  ])('$what: $expected', ({ given, expected }) => {
    expect(possible(given)).toEqual(expected);
  });
});

describe('R11: the day from which a licence expires soon', () => {
  const soon = (given: Given, count?: number) =>
    days('expiringSoon', { of: worryFree, today: '2026-11-15', ...given }, count);

  it('is so many days before each expiration date', () => {
    expect(soon({})).toEqual(['2026-12-01', '2027-12-01']);
    expect(soon({ subscription: { expirationNotificationDays: 10 } }, 3)).toEqual(['2026-12-21']);
  });

  it('is none where nobody wants to be told', () => {
    expect(soon({ subscription: { expirationNotificationDays: null } })).toEqual([]);
  });

  it('moves with a pending change of the expiration date', () => {
    const change = pendingChange('longer', '2026-11-20', { type: 'changeExpiration', expirationDate: '2027-03-31' });
    expect(soon({ facts: { pendingChanges: [change] } }, 6)).toEqual(['2027-03-01']);
  });
});

describe('R8: the days on which a plan ends', () => {
  const ends = (given: Given, count?: number) =>
    entries({ of: worryFree, today: '2026-11-15', ...given }, count).filter((one) => /endOf/.test(one));

  it('are told of the plan that the subscription has', () => {
    expect(ends({ plan: { endOfSaleDate: '2026-11-30', endOfLifeDate: '2027-06-30' } })).toEqual([
      '2026-11-30 endOfSale',
      '2027-06-30 endOfLife',
    ]);
    expect(ends({})).toEqual([]);
  });

  it('are told from today to the last day of the calendar', () => {
    expect(ends({ plan: { endOfSaleDate: '2026-11-14', endOfLifeDate: '2026-11-15' } })).toEqual([
      '2026-11-15 endOfLife',
    ]);
    expect(ends({ plan: { endOfSaleDate: '2026-12-14', endOfLifeDate: '2026-12-15' } }, 1)).toEqual([
      '2026-12-14 endOfSale',
    ]);
  });

  it('are those of another plan once that is what it has', () => {
    const change = pendingChange('plan', '2026-12-01', { type: 'changeServicePlan', planId: 'advanced' });
    const given = { facts: { pendingChanges: [change] } } as const;
    expect(ends({ ...given, plan: { endOfLifeDate: '2026-12-01' } })).toEqual([]);
    expect(ends({ ...given, plan: { endOfLifeDate: '2026-11-30' } })).toEqual(['2026-11-30 endOfLife']);
  });

  it('are none of a plan that the product does not know', () => {
    expect(ends({ subscription: { planId: 'unknown' } })).toEqual([]);
  });
});
