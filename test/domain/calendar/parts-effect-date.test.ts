import { describe, expect, it } from 'vitest';
import { partsEffectDate } from '../../../domain/calendar/effect-date.ts';
import type { RequestedChange } from '../../../domain/requested-change.ts';
import { groupwareAnnual, groupwareMonthly } from '../products/groupware.ts';
import type { Sample } from '../products/sample.ts';

/** A contract that is in no hurry with additions: each kind of change has a day of its own. */
const timing = {
  monthly: { increase: 'nextMonth', decrease: 'immediately', termChange: 'nextPeriod' },
  annual: { increase: 'nextMonth', decrease: 'nextPeriod' },
} as const;

const holdsFrom = (requested: RequestedChange, { subscription, policy }: Sample) =>
  partsEffectDate(requested, { subscription, policy: { ...policy, rules: { timing } }, date: '2026-03-15' });

const options = (...quantities: [string, number][]) =>
  quantities.map(([optionId, quantity]) => ({ optionId, quantity }));

describe('R22: the day from which the parts of an order hold, where additions wait', () => {
  it.each<{ what: string; requested: RequestedChange; expected: string }>([
    { what: 'more users', requested: { quantity: 21 }, expected: '2026-04-01' },
    { what: 'the same users', requested: { quantity: 20 }, expected: '2026-03-15' },
    { what: 'fewer users', requested: { quantity: 19 }, expected: '2026-03-15' },
    { what: 'more of an option', requested: { options: options(['mail', 11]) }, expected: '2026-04-01' },
    { what: 'an option for the first time', requested: { options: options(['archive', 1]) }, expected: '2026-04-01' },
    { what: 'the same of an option', requested: { options: options(['mail', 10]) }, expected: '2026-03-15' },
    { what: 'less of an option', requested: { options: options(['mail', 9]) }, expected: '2026-03-15' },
    {
      what: 'less of one and more of another option',
      requested: { options: options(['mail', 9], ['archive', 1]) },
      expected: '2026-04-01',
    },
    {
      what: 'fewer users and more of an option',
      requested: { quantity: 19, options: options(['mail', 11]) },
      expected: '2026-04-01',
    },
    { what: 'another term', requested: { term: 'annual' }, expected: '2026-04-01' },
    { what: 'the same term', requested: { term: 'monthly' }, expected: '2026-03-15' },
    { what: 'what is not timed', requested: { managed: true, planId: 'other' }, expected: '2026-03-15' },
    { what: 'nothing', requested: {}, expected: '2026-03-15' },
  ])('$what: $expected', ({ requested, expected }) => {
    expect(holdsFrom(requested, groupwareMonthly)).toBe(expected);
  });

  it.each<{ what: string; requested: RequestedChange; expected: string }>([
    { what: 'what is named is timed', requested: { quantity: 19 }, expected: '2027-01-01' },
    {
      what: 'all parts hold together, on the latest day of theirs',
      requested: { quantity: 21, options: options(['mail', 9]) },
      expected: '2027-01-01',
    },
    { what: 'what is not named holds at once', requested: { term: 'monthly' }, expected: '2026-03-15' },
  ])('by the year $what', ({ requested, expected }) => {
    expect(holdsFrom(requested, groupwareAnnual)).toBe(expected);
  });
});
