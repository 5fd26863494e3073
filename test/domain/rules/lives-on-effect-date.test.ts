import { describe, expect, it } from 'vitest';
import { decide } from '../../../domain/decide.ts';
import { decisionInput, type Given, type GivenOrder, pendingChange, summary } from '../decision-input.ts';
import { groupwareAnnual } from '../products/groupware.ts';

describe('a change that holds from the next period, of a subscription that is not renewed, would never come', () => {
  const ending = (order: GivenOrder, enabled = false): Given => ({
    of: groupwareAnnual,
    today: '2026-12-10',
    subscription: { autoRenewal: { enabled, frequency: 'annual' } },
    order,
  });

  it.each<{ what: string; order: GivenOrder; expected: string }>([
    { what: 'fewer users', order: { quantity: 18 }, expected: 'SUBSCRIPTION_ENDS_BEFORE' },
    { what: 'to monthly', order: { type: 'changeTerm', term: 'monthly' }, expected: 'SUBSCRIPTION_ENDS_BEFORE' },
    { what: 'more users', order: { quantity: 22 }, expected: 'accepted from 2026-12-10' },
    { what: 'a cancellation', order: { type: 'cancel' }, expected: 'accepted from 2027-01-01' },
    { what: 'a renewal', order: { type: 'renew' }, expected: 'accepted from 2027-01-01' },
  ])('$what: $expected', ({ order, expected }) => {
    expect(summary(decide(decisionInput(ending(order))))).toBe(expected);
  });

  it('while it is renewed, it comes', () => {
    expect(summary(decide(decisionInput(ending({ quantity: 18 }, true))))).toBe('accepted from 2027-01-01');
  });

  it('nor does it where the end of its renewal is only pending', () => {
    const off = { enabled: false, frequency: 'annual' } as const;
    const pendingChanges = [pendingChange('off', '2026-12-18', { type: 'changeRenewal', autoRenewal: off })];
    const given = { ...ending({ quantity: 18 }, true), facts: { pendingChanges } };
    expect(summary(decide(decisionInput(given)))).toBe('SUBSCRIPTION_ENDS_BEFORE');
  });
});
