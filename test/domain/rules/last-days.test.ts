import { describe, expect, it } from 'vitest';
import { decide } from '../../../domain/decide.ts';
import type { PlainDate } from '../../../domain/plain-date.ts';
import { noDecreaseInFirstMonth, noDecreaseInMonthOfIncrease } from '../../../domain/rules/monthly-decrease.ts';
import { decisionInput, type Given, pendingChange, verdict } from '../decision-input.ts';
import { groupwareAnnual, groupwareMonthly } from '../products/groupware.ts';
import { worryFree } from '../products/worry-free.ts';

const rules = { ...groupwareAnnual.policy.rules, endOfLifeLock: {} };
const decided = (given: Given) => decide(decisionInput({ rules, ...given }));

describe('R8: the last day on which an order would still hold before End of Life', () => {
  it.each<{ what: string; given: Given; last: PlainDate | null }>([
    {
      what: 'what holds at once: the day before',
      given: { of: groupwareMonthly, plan: { endOfLifeDate: '2026-06-15' }, order: { quantity: 22 } },
      last: '2026-06-14',
    },
    ...(
      [
        ['2026-04-02', '2026-03-31'],
        ['2026-06-01', '2026-04-30'],
        ['2026-06-15', '2026-05-31'],
        ['2026-07-01', '2026-05-31'],
      ] as const
    ).map(([endOfLifeDate, last]) => ({
      what: `what holds from the next month: ${last} before ${endOfLifeDate}`,
      given: { of: groupwareMonthly, plan: { endOfLifeDate }, order: { quantity: 18 } },
      last,
    })),
    {
      what: 'what holds from the next period: no day of that period',
      given: {
        of: groupwareAnnual,
        today: '2026-12-10',
        plan: { endOfLifeDate: '2027-03-15' },
        order: { quantity: 18 },
      },
      last: '2026-12-31',
    },
    {
      what: 'an addition to an annual term: the day before',
      given: {
        of: groupwareAnnual,
        today: '2026-12-10',
        plan: { endOfLifeDate: '2027-03-15' },
        order: { quantity: 22 },
      },
      last: '2027-03-14',
    },
  ])('$what', ({ given, last }) => {
    expect(decided(given)).toMatchObject({ outcome: 'accepted', acceptedUntil: last });
  });

  it('is none where it would hold from that day on', () => {
    const given: Given = { of: groupwareMonthly, plan: { endOfLifeDate: '2026-04-01' }, order: { quantity: 18 } };
    expect(decided(given).rejections.map(({ code }) => code)).toEqual(['END_OF_LIFE_LOCKED']);
  });
});

describe('of several last days', () => {
  const until = (endOfLifeDate: PlainDate) =>
    decided({
      of: worryFree,
      plan: { endOfLifeDate },
      subscription: { autoRenewal: { enabled: false, frequency: 'annual' } },
      order: { quantity: 22 },
    }).acceptedUntil;

  it('the earliest counts, whichever rule it is of', () => {
    expect(until('2026-06-15')).toBe('2026-06-14');
    expect(until('2027-06-15')).toBe('2026-12-31');
  });
});

describe('R14: the same total is no decrease', () => {
  const inFirstMonth: Given = { of: groupwareMonthly, subscription: { firstOrderDate: '2026-03-02' } };
  const afterIncrease: Given = { of: groupwareMonthly, facts: { lastIncreaseDate: '2026-03-02' } };

  it.each([
    { quantity: 20, expected: ['passes', 'passes'] },
    { quantity: 19, expected: ['DECREASE_IN_FIRST_MONTH', 'DECREASE_IN_MONTH_OF_INCREASE'] },
  ])('$quantity of 20: $expected', ({ quantity, expected }) => {
    expect([
      verdict(noDecreaseInFirstMonth, { ...inFirstMonth, order: { quantity } }),
      verdict(noDecreaseInMonthOfIncrease, { ...afterIncrease, order: { quantity } }),
    ]).toEqual(expected);
  });
});

describe('a cancellation that is undone for a later day', () => {
  it('would be undone today', () => {
    const pendingChanges = [pendingChange('end', '2026-04-01', { type: 'cancel' })];
    const order = { type: 'undoCancel', requestedStartDate: '2026-03-20' } as const;
    expect(decided({ order, facts: { pendingChanges } })).toMatchObject({
      outcome: 'rejected',
      smallestChange: { requestedStartDate: '2026-03-15' },
    });
  });
});
