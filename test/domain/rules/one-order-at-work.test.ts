import { describe, expect, it } from 'vitest';
import { roles } from '../../../domain/role.ts';
import { oneOrderAtWork } from '../../../domain/rules/one-order-at-work.ts';
import { decisionInput, verdict } from '../decision-input.ts';

describe('one order at a time is at work on a subscription', () => {
  it.each(roles)('holds back the second order of a %s', (role) => {
    expect(verdict(oneOrderAtWork, { facts: { role, orderAtWork: 'order-1' } })).toBe('ORDER_IN_PROGRESS');
  });

  it('passes when no order is at work', () => {
    expect(verdict(oneOrderAtWork, { facts: { orderAtWork: null } })).toBe('passes');
  });

  it('names the order at work and offers no change of this one', () => {
    expect(oneOrderAtWork.check(decisionInput({ facts: { orderAtWork: 'order-1' } }))).toMatchObject({
      inputs: { orderAtWork: 'order-1' },
      failure: { smallestChange: null },
    });
  });
});
