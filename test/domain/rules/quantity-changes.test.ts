import { describe, expect, it } from 'vitest';
import { quantityChanges } from '../../../domain/rules/quantity-changes.ts';
import { decisionInput, verdict } from '../decision-input.ts';

describe('R1: the new total differs from the present quantity', () => {
  it.each([
    { current: 5, quantity: 4, expected: 'passes' },
    { current: 5, quantity: 5, expected: 'NO_CHANGE' },
    { current: 5, quantity: 6, expected: 'passes' },
    { current: 1, quantity: 1, expected: 'NO_CHANGE' },
  ])('from $current to $quantity: $expected', ({ current, quantity, expected }) => {
    expect(verdict(quantityChanges, { subscription: { quantity: current }, order: { quantity } })).toBe(expected);
  });

  it('is judged by what the subscription has, not by what the order expects it to have', () => {
    expect(verdict(quantityChanges, { order: { quantity: 6, expectedCurrentQuantity: 6 } })).toBe('passes');
  });

  it('offers no other total, because only the person knows which is wanted', () => {
    expect(quantityChanges.check(decisionInput({ order: { quantity: 5 } }))).toEqual({
      inputs: { quantity: 5, currentQuantity: 5 },
      failure: { code: 'NO_CHANGE', eligibleFrom: null, eligibleUntil: null, smallestChange: null },
    });
  });
});
