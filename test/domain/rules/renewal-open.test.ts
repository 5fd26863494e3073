import { describe, expect, it } from 'vitest';
import { decide } from '../../../domain/decide.ts';
import type { PlainDate } from '../../../domain/plain-date.ts';
import { decisionInput, type Given, summary } from '../decision-input.ts';
import { groupwareAnnual, groupwareMonthly } from '../products/groupware.ts';
import type { Sample } from '../products/sample.ts';

const renewing = (of: Sample, today: PlainDate): Given => ({
  of,
  today,
  facts: { role: 'machine' },
  order: { type: 'renew', contactEmail: undefined },
});

describe('R19: a service is renewed in the last month of its period, for the period that follows', () => {
  it.each<{ of: Sample; today: PlainDate; expected: string; until: PlainDate | null }>([
    { of: groupwareAnnual, today: '2026-11-30', expected: 'RENEWAL_NOT_OPEN', until: null },
    { of: groupwareAnnual, today: '2026-12-01', expected: 'accepted from 2027-01-01', until: '2026-12-31' },
    { of: groupwareAnnual, today: '2026-12-31', expected: 'accepted from 2027-01-01', until: '2026-12-31' },
    { of: groupwareMonthly, today: '2026-03-01', expected: 'accepted from 2026-04-01', until: '2026-03-31' },
    { of: groupwareMonthly, today: '2026-03-31', expected: 'accepted from 2026-04-01', until: '2026-03-31' },
  ])('$of.subscription.term on $today: $expected', ({ of, today, expected, until }) => {
    const decision = decide(decisionInput(renewing(of, today)));
    expect(summary(decision)).toBe(expected);
    expect(decision.acceptedUntil).toBe(until);
  });

  it('too early, it is offered for the first day of that month', () => {
    const { rejections, suggestedOrder } = decide(decisionInput(renewing(groupwareAnnual, '2026-11-30')));
    expect(rejections).toMatchObject([{ eligibleFrom: '2026-12-01', eligibleUntil: '2026-12-31' }]);
    expect(suggestedOrder).toMatchObject({ type: 'renew', requestedStartDate: '2026-12-01' });
  });

  it('comes days late and still holds from the boundary', () => {
    const decision = decide(decisionInput(renewing(groupwareAnnual, '2027-01-03')));
    expect(summary(decision)).toBe('accepted from 2027-01-01');
    expect(decision.acceptedUntil).toBeNull();
  });

  it('is held back by nothing that nobody has acknowledged, and needs no address', () => {
    const rules = { acknowledgementGate: { after: 'everyOrder' }, contactEmailRequired: {} } as const;
    const facts = { role: 'machine', unacknowledgedOrders: [{ id: 'order-1', type: 'changeQuantity' }] } as const;
    const given = { ...renewing(groupwareAnnual, '2026-12-20'), rules, facts };
    expect(summary(decide(decisionInput(given)))).toBe('accepted from 2027-01-01');
  });
});
