import { describe, expect, it } from 'vitest';
import { roles } from '../../../domain/role.ts';
import { oneOrderAtWork } from '../../../domain/rules/one-order-at-work.ts';
import { checked, verdict } from '../decision-input.ts';
import { groupwareMonthly } from '../products/groupware.ts';

const atWork = { orderAtWork: 'order-1' };

describe('one order at a time is at work on a subscription', () => {
  it.each(roles)('holds back the second order of a %s', (role) => {
    expect(verdict(oneOrderAtWork, { facts: { role, ...atWork } })).toBe('ORDER_IN_PROGRESS');
  });

  it('passes when no order is at work', () => {
    expect(verdict(oneOrderAtWork, { facts: { orderAtWork: null } })).toBe('passes');
  });

  it.each([
    { what: 'that starts tomorrow', order: { quantity: 6, requestedStartDate: '2026-03-16' } },
    { what: 'that holds from the first of the next month', order: { quantity: 18 } },
  ] as const)('lets an order pass $what, because it waits its turn then', ({ order }) => {
    expect(verdict(oneOrderAtWork, { of: groupwareMonthly, facts: atWork, order })).toBe('passes');
  });

  it('names the order at work and offers no change of this one', () => {
    expect(checked(oneOrderAtWork, { facts: atWork })).toMatchObject({
      inputs: { orderAtWork: 'order-1' },
      failure: { eligibleFrom: null, smallestChange: null },
    });
  });
});
