import { describe, expect, it } from 'vitest';
import type { PlainDate } from '../../../domain/plain-date.ts';
import { decisionInput, type GivenOrder, ruleInput } from '../decision-input.ts';
import { groupwareAnnual, groupwareMonthly } from '../products/groupware.ts';
import { managedSecurity } from '../products/managed-security.ts';
import type { Sample } from '../products/sample.ts';

const more: GivenOrder = { quantity: 25 };
const fewer: GivenOrder = { quantity: 18 };
const moreMail: GivenOrder = { type: 'changeOptions', options: [{ optionId: 'mail', quantity: 11 }] };
const lessMail: GivenOrder = { type: 'changeOptions', options: [{ optionId: 'mail', quantity: 9 }] };
const lessMailMoreArchive: GivenOrder = {
  type: 'changeOptions',
  options: [
    { optionId: 'mail', quantity: 9 },
    { optionId: 'archive', quantity: 1 },
  ],
};
const toAnnual: GivenOrder = { type: 'changeTerm', term: 'annual' };
const toMonthly: GivenOrder = { type: 'changeTerm', term: 'monthly' };
const cancel: GivenOrder = { type: 'cancel' };
const atOnce: GivenOrder = { type: 'cancel', immediately: true, note: 'fraud' };
const suspend: GivenOrder = { type: 'suspend' };

type Row = { what: string; of: Sample; today: PlainDate; order: GivenOrder; effective: PlainDate };

const effectOf = ({ of, today, order }: Row) => ruleInput({ of, today, order }).effectiveDate;

describe('R22: by the month, an increase holds at once and a decrease from the first of the next month', () => {
  it.each<Row>([
    { what: 'more users', of: groupwareMonthly, today: '2026-03-15', order: more, effective: '2026-03-15' },
    { what: 'fewer users', of: groupwareMonthly, today: '2026-03-15', order: fewer, effective: '2026-04-01' },
    { what: 'fewer users', of: groupwareMonthly, today: '2026-03-01', order: fewer, effective: '2026-04-01' },
    { what: 'fewer users', of: groupwareMonthly, today: '2026-03-31', order: fewer, effective: '2026-04-01' },
    { what: 'more of an option', of: groupwareMonthly, today: '2026-03-15', order: moreMail, effective: '2026-03-15' },
    { what: 'less of an option', of: groupwareMonthly, today: '2026-03-15', order: lessMail, effective: '2026-04-01' },
    {
      what: 'less of one option and more of another, together',
      of: groupwareMonthly,
      today: '2026-03-15',
      order: lessMailMoreArchive,
      effective: '2026-04-01',
    },
  ])('$what on $today: $effective', (row) => {
    expect(effectOf(row)).toBe(row.effective);
  });

  it('to annual is effective on the first of the next month, and the rest of this month stays monthly', () => {
    const row = { what: '', of: groupwareMonthly, today: '2026-12-31' as const, order: toAnnual };
    expect(effectOf({ ...row, effective: '2027-01-01' })).toBe('2027-01-01');
  });

  it('a leap day is a day like any other', () => {
    const given = {
      of: groupwareMonthly,
      today: '2028-02-29' as const,
      subscription: { servicePeriod: { start: '2028-02-01', end: '2028-02-29' } as const },
    };
    expect(ruleInput({ ...given, order: fewer }).effectiveDate).toBe('2028-03-01');
    expect(ruleInput({ ...given, order: more }).effectiveDate).toBe('2028-02-29');
  });
});

describe('R19, R21: by the year, additions hold at once and all else from the next service period', () => {
  it.each<Row>([
    { what: 'more users', of: groupwareAnnual, today: '2026-12-10', order: more, effective: '2026-12-10' },
    { what: 'more of an option', of: groupwareAnnual, today: '2026-12-10', order: moreMail, effective: '2026-12-10' },
    { what: 'fewer users', of: groupwareAnnual, today: '2026-12-10', order: fewer, effective: '2027-01-01' },
    { what: 'less of an option', of: groupwareAnnual, today: '2026-12-10', order: lessMail, effective: '2027-01-01' },
    { what: 'to monthly', of: groupwareAnnual, today: '2026-12-10', order: toMonthly, effective: '2027-01-01' },
    { what: 'a cancellation', of: groupwareAnnual, today: '2026-03-10', order: cancel, effective: '2027-01-01' },
    {
      what: 'an operator’s end at once',
      of: groupwareAnnual,
      today: '2026-03-10',
      order: atOnce,
      effective: '2026-03-10',
    },
    { what: 'a suspension', of: groupwareAnnual, today: '2026-03-10', order: suspend, effective: '2026-03-10' },
  ])('$what on $today: $effective', (row) => {
    expect(effectOf(row)).toBe(row.effective);
  });

  it('an order for a day in the next year is timed by the period of that day', () => {
    const order = { ...fewer, requestedStartDate: '2027-12-05' as const };
    expect(ruleInput({ of: groupwareAnnual, today: '2026-12-10', order }).effectiveDate).toBe('2028-01-01');
  });
});

describe('R22: where the policy times nothing, everything holds at once', () => {
  it.each<Pick<Row, 'what' | 'order'>>([
    { what: 'more agents', order: { quantity: 6 } },
    { what: 'fewer agents', order: { quantity: 4 } },
    { what: 'a cancellation', order: cancel },
    { what: 'a change of term', order: toAnnual },
  ])('$what', ({ order }) => {
    expect(ruleInput({ of: managedSecurity, today: '2026-03-15', order }).effectiveDate).toBe('2026-03-15');
  });

  it('on its requested start date, when that is later', () => {
    const order: GivenOrder = { quantity: 4, requestedStartDate: '2026-05-31' };
    expect(ruleInput({ today: '2026-03-15', order }).effectiveDate).toBe('2026-05-31');
  });

  it('today, when the requested start date has passed', () => {
    const order: GivenOrder = { quantity: 4, requestedStartDate: '2026-03-14' };
    expect(ruleInput({ today: '2026-03-15', order }).effectiveDate).toBe('2026-03-15');
  });
});

describe('an order that is asked about again at its effect', () => {
  it('is asked about as of that day, whatever start it had requested', () => {
    const order: GivenOrder = { quantity: 6, requestedStartDate: '2026-03-20' };
    expect(ruleInput({ today: '2026-03-25', order, moment: 'effect' })).toMatchObject({
      date: '2026-03-25',
      effectiveDate: '2026-03-25',
      subscription: decisionInput().subscription,
    });
  });
});
