import { describe, expect, it } from 'vitest';
import { notBelowAssignedQuantity } from '../../../domain/rules/not-below-assigned-quantity.ts';
import { checked, codes, type Given, verdict } from '../decision-input.ts';
import { endpoint } from '../products/endpoint.ts';

const inUse = (assignedQuantity: number | null, quantity: number, current = 25): Given => ({
  of: endpoint,
  subscription: { quantity: current, assignedQuantity },
  order: { quantity },
});

describe('R6: licensed units cannot be fewer than the units in use', () => {
  it.each([
    { assigned: 17, quantity: 16, expected: 'BELOW_ASSIGNED_QUANTITY' },
    { assigned: 17, quantity: 17, expected: 'passes' },
    { assigned: 17, quantity: 18, expected: 'passes' },
    { assigned: 0, quantity: 1, expected: 'passes' },
    { assigned: null, quantity: 1, expected: 'passes' },
  ])('$quantity of 25 where $assigned are in use: $expected', ({ assigned, quantity, expected }) => {
    expect(verdict(notBelowAssignedQuantity, inUse(assigned, quantity))).toBe(expected);
  });

  it.each([
    { quantity: 26, expected: 'passes' },
    { quantity: 25, expected: 'passes' },
    { quantity: 24, expected: 'BELOW_ASSIGNED_QUANTITY' },
  ])('who has 25 and uses 30 is on the way up with more: $quantity $expected', ({ quantity, expected }) => {
    expect(verdict(notBelowAssignedQuantity, inUse(30, quantity))).toBe(expected);
  });

  it('offers the units in use', () => {
    expect(checked(notBelowAssignedQuantity, inUse(17, 16))).toMatchObject({
      inputs: { quantity: 16, currentQuantity: 25, assignedQuantity: 17 },
      failure: { smallestChange: { quantity: 17 } },
    });
  });

  it('is judged again when a later change takes effect, because units may have been assigned since', () => {
    expect(notBelowAssignedQuantity.judged).toBe('alsoAtEffect');
    expect(codes({ ...inUse(17, 16), moment: 'effect' })).toEqual(['BELOW_ASSIGNED_QUANTITY']);
  });

  it('does not bind where the policy does not name it', () => {
    expect(codes(inUse(17, 16))).toEqual(['BELOW_ASSIGNED_QUANTITY']);
    expect(codes({ ...inUse(17, 16), rules: {} })).toEqual([]);
  });
});
