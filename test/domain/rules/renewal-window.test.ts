import { describe, expect, it } from 'vitest';
import { decide } from '../../../domain/decide.ts';
import type { BillingPeriod } from '../../../domain/facts.ts';
import type { PlainDate } from '../../../domain/plain-date.ts';
import {
  annualToMonthlyInWindow,
  optionsReducedInWindow,
  quantityReducedInWindow,
} from '../../../domain/rules/renewal-window.ts';
import type { Rule } from '../../../domain/rules/rule.ts';
import { codes, decisionInput, type Given, type GivenOrder, summary, verdict } from '../decision-input.ts';
import { groupwareAnnual, groupwareMonthly } from '../products/groupware.ts';

const fewer: GivenOrder = { quantity: 18 };
const lessMail: GivenOrder = { type: 'changeOptions', options: [{ optionId: 'mail', quantity: 9 }] };
const noMail: GivenOrder = { type: 'changeOptions', options: [{ optionId: 'mail', quantity: 0 }] };
const moreMail: GivenOrder = { type: 'changeOptions', options: [{ optionId: 'mail', quantity: 11 }] };
const lessMailMoreArchive: GivenOrder = {
  type: 'changeOptions',
  options: [
    { optionId: 'mail', quantity: 9 },
    { optionId: 'archive', quantity: 1 },
  ],
};
const toMonthly: GivenOrder = { type: 'changeTerm', term: 'monthly' };

const reductions: { what: string; rule: Rule; order: GivenOrder; code: string }[] = [
  { what: 'fewer users', rule: quantityReducedInWindow, order: fewer, code: 'DECREASE_OUTSIDE_RENEWAL_WINDOW' },
  { what: 'less of an option', rule: optionsReducedInWindow, order: lessMail, code: 'OPTIONS_OUTSIDE_RENEWAL_WINDOW' },
  { what: 'an option given up', rule: optionsReducedInWindow, order: noMail, code: 'OPTIONS_OUTSIDE_RENEWAL_WINDOW' },
  {
    what: 'less of one option, more of another',
    rule: optionsReducedInWindow,
    order: lessMailMoreArchive,
    code: 'OPTIONS_OUTSIDE_RENEWAL_WINDOW',
  },
  { what: 'to monthly', rule: annualToMonthlyInWindow, order: toMonthly, code: 'TERM_CHANGE_OUTSIDE_RENEWAL_WINDOW' },
];

const billed = (billedOn: PlainDate): BillingPeriod[] => [{ month: '2027-01', billedOn, paidOn: null }];

describe.each(reductions)('R16, R18, R19: of an annual service, $what', ({ rule, order, code }) => {
  it.each<{ today: PlainDate; expected: string }>([
    { today: '2026-01-01', expected: 'outside' },
    { today: '2026-11-30', expected: 'outside' },
    { today: '2026-12-01', expected: 'passes' },
    { today: '2026-12-31', expected: 'passes' },
  ])('on $today: $expected', ({ today, expected }) => {
    const verdictOn = verdict(rule, { of: groupwareAnnual, today, order });
    expect(verdictOn).toBe(expected === 'outside' ? code : 'passes');
  });

  it('is offered for the first day of the window', () => {
    const decision = decide(decisionInput({ of: groupwareAnnual, today: '2026-11-30', order }));
    expect(decision.rejections).toMatchObject([{ code, eligibleFrom: '2026-12-01', eligibleUntil: '2026-12-31' }]);
    expect(decision.suggestedOrder).toMatchObject({
      type: order.type ?? 'changeQuantity',
      requestedStartDate: '2026-12-01',
    });
  });

  it('is accepted from the first day of the window to its last, effective at the next period', () => {
    const decision = decide(decisionInput({ of: groupwareAnnual, today: '2026-12-01', order }));
    expect(summary(decision)).toBe('accepted from 2027-01-01');
    expect(decision.acceptedUntil).toBe('2026-12-31');
  });

  it('is rejected on the day before the term, too, which counts as inside its period', () => {
    const subscription = { servicePeriod: { start: '2026-04-01', end: '2027-03-31' } as const };
    expect(verdict(rule, { of: groupwareAnnual, today: '2026-03-31', subscription, order })).toBe(code);
  });

  it.each<{ billedOn: PlainDate; today: PlainDate; expected: string; until: PlainDate | null }>([
    { billedOn: '2026-12-28', today: '2026-12-27', expected: 'passes', until: '2026-12-27' },
    { billedOn: '2026-12-28', today: '2026-12-28', expected: 'RENEWAL_WINDOW_CLOSED', until: null },
    { billedOn: '2026-12-28', today: '2026-12-31', expected: 'RENEWAL_WINDOW_CLOSED', until: null },
    { billedOn: '2027-01-01', today: '2026-12-31', expected: 'passes', until: '2026-12-31' },
  ])('R20: next period billed on $billedOn, ordered on $today: $expected', ({ billedOn, today, expected, until }) => {
    const given: Given = { of: groupwareAnnual, today, order, facts: { billingPeriods: billed(billedOn) } };
    expect(verdict(rule, given)).toBe(expected);
    expect(decide(decisionInput(given)).acceptedUntil).toBe(until);
  });

  it('R20: once billed, is offered for the window of the next year', () => {
    const facts = { billingPeriods: billed('2026-12-28') };
    const { rejections, suggestedOrder } = decide(
      decisionInput({ of: groupwareAnnual, today: '2026-12-28', order, facts }),
    );
    expect(rejections).toMatchObject([{ eligibleFrom: '2027-12-01', eligibleUntil: '2027-12-31' }]);
    expect(suggestedOrder).toMatchObject({ requestedStartDate: '2027-12-01' });
  });

  it('R20: does not end with billing where the policy closes the window at the next period', () => {
    const rules = { ...groupwareAnnual.policy.rules, renewalWindow: { closes: 'atNextPeriod' } as const };
    const facts = { billingPeriods: billed('2026-12-10') };
    expect(codes({ of: groupwareAnnual, today: '2026-12-31', order, facts, rules })).toEqual([]);
  });

  it('does not bind where the policy does not name it', () => {
    const { renewalWindow: _, ...rules } = groupwareAnnual.policy.rules;
    expect(codes({ of: groupwareAnnual, today: '2026-03-15', order })).toEqual([code]);
    expect(codes({ of: groupwareAnnual, today: '2026-03-15', order, rules })).toEqual([]);
  });
});

describe('R18: during the service period you can only add', () => {
  it.each<{ what: string; order: GivenOrder }>([
    { what: 'users', order: { quantity: 21 } },
    { what: 'an option', order: moreMail },
    {
      what: 'an option for the first time',
      order: { type: 'changeOptions', options: [{ optionId: 'archive', quantity: 1 }] },
    },
  ])('$what, on any day, at once', ({ order }) => {
    for (const today of ['2026-01-01', '2026-11-30', '2026-12-01', '2026-12-31'] as const) {
      expect(summary(decide(decisionInput({ of: groupwareAnnual, today, order })))).toBe(`accepted from ${today}`);
    }
  });
});

describe('R16: from monthly to annual at any time; only the other direction is bound to the window', () => {
  it.each<{ today: PlainDate; effective: PlainDate }>([
    { today: '2026-03-01', effective: '2026-04-01' },
    { today: '2026-03-15', effective: '2026-04-01' },
    { today: '2026-03-31', effective: '2026-04-01' },
  ])('on $today, from $effective', ({ today, effective }) => {
    const given: Given = { of: groupwareMonthly, today, order: { type: 'changeTerm', term: 'annual' } };
    expect(summary(decide(decisionInput(given)))).toBe(`accepted from ${effective}`);
  });

  it('a monthly service is bound to no window', () => {
    for (const { rule, order } of reductions) {
      expect(verdict(rule, { of: groupwareMonthly, today: '2026-03-15', order })).toBe('passes');
    }
  });
});
