import { describe, expect, it } from 'vitest';
import { PolicyDocument } from '../../db/policy-document.ts';
import { sampleTenants } from '../../sandbox/sample-data.ts';

const policies = sampleTenants(new Date('2026-11-24T12:00:00Z')).flatMap((tenant) => tenant.policies);

describe('a policy document', () => {
  it.each(policies)('of the sample catalogue parses to itself: $id version $version', ({ rules }) => {
    expect(PolicyDocument.parse(rules)).toEqual(rules);
  });

  it('without rules binds nothing', () => {
    expect(PolicyDocument.parse({})).toEqual({});
  });

  it.each<{ rules: unknown; at: (string | number)[]; so: string }>([
    { so: 'a rule that does not exist', rules: { trialLok: {} }, at: [] },
    { so: 'a parameter that a rule does not have', rules: { trialLock: { days: 3 } }, at: ['trialLock', 'days'] },
    { so: 'a parameter that is missing', rules: { coolingOff: {} }, at: ['coolingOff', 'days'] },
    { so: 'a negative count of days', rules: { coolingOff: { days: -1 } }, at: ['coolingOff', 'days'] },
    { so: 'half a day', rules: { coolingOff: { days: 1.5 } }, at: ['coolingOff', 'days'] },
    {
      so: 'a choice that there is not',
      rules: { renewalWindow: { closes: 'never' } },
      at: ['renewalWindow', 'closes'],
    },
    {
      so: 'a list with nothing in it',
      rules: { monthlyDecrease: { notInMonthOf: [] } },
      at: ['monthlyDecrease', 'notInMonthOf'],
    },
    { so: 'a term that there is not', rules: { timing: { weekly: {} } }, at: ['timing'] },
    {
      so: 'a change that is not timed',
      rules: { timing: { annual: { plan: 'nextPeriod' } } },
      at: ['timing', 'annual'],
    },
    { so: 'true where parameters belong', rules: { trialLock: true }, at: ['trialLock'] },
    { so: 'a list instead of a document', rules: [], at: [] },
    { so: 'nothing', rules: null, at: [] },
  ])('with $so is refused, and the place named', ({ rules, at }) => {
    expect(PolicyDocument.safeParse(rules).error?.issues.map(({ path }) => path)).toContainEqual(at);
  });
});
