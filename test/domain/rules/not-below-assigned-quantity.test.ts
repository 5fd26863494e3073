import { describe, expect, it } from 'vitest';
import { notBelowAssignedQuantity } from '../../../domain/rules/not-below-assigned-quantity.ts';
import { decisionInput, verdict } from '../decision-input.ts';

describe('R6: licensed units cannot be fewer than the units in use', () => {
  it.each([
    { assignedQuantity: 17, quantity: 16, expected: 'BELOW_ASSIGNED_QUANTITY' },
    { assignedQuantity: 17, quantity: 17, expected: 'passes' },
    { assignedQuantity: 17, quantity: 18, expected: 'passes' },
    { assignedQuantity: 0, quantity: 1, expected: 'passes' },
    { assignedQuantity: null, quantity: 1, expected: 'passes' },
  ])('$quantity where $assignedQuantity are in use: $expected', ({ assignedQuantity, quantity, expected }) => {
    const given = { subscription: { quantity: 25, assignedQuantity }, order: { quantity } };
    expect(verdict(notBelowAssignedQuantity, given)).toBe(expected);
  });

  it('offers the units in use', () => {
    const given = decisionInput({ subscription: { quantity: 25, assignedQuantity: 17 }, order: { quantity: 16 } });
    expect(notBelowAssignedQuantity.check(given)).toMatchObject({
      inputs: { quantity: 16, assignedQuantity: 17 },
      failure: { smallestChange: { quantity: 17 } },
    });
  });

  it('is judged again when a later change takes effect, because units may have been assigned since', () => {
    expect(notBelowAssignedQuantity.applies).toBe('alsoAtEffect');
  });
});
