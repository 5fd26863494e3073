import { describe, expect, it } from 'vitest';
import { currentQuantityExpected } from '../../../domain/rules/current-quantity-expected.ts';
import { checked, pendingChange, verdict } from '../decision-input.ts';

describe('R1: the order states the quantity that the subscription has now', () => {
  it.each([
    { expectedCurrentQuantity: 4, expected: 'STALE_QUANTITY' },
    { expectedCurrentQuantity: 5, expected: 'passes' },
    { expectedCurrentQuantity: 6, expected: 'STALE_QUANTITY' },
  ])('$expectedCurrentQuantity where it has 5: $expected', ({ expectedCurrentQuantity, expected }) => {
    expect(verdict(currentQuantityExpected, { order: { expectedCurrentQuantity } })).toBe(expected);
  });

  it('offers the present quantity when another one was expected', () => {
    expect(checked(currentQuantityExpected, { order: { expectedCurrentQuantity: 4 } })).toEqual({
      inputs: { expectedCurrentQuantity: 4, currentQuantity: 5 },
      failure: {
        code: 'STALE_QUANTITY',
        eligibleFrom: null,
        eligibleUntil: null,
        smallestChange: { expectedCurrentQuantity: 5 },
      },
    });
  });

  it('means what the person sees today, also when the order is for a day with another quantity', () => {
    const given = {
      order: { quantity: 9, requestedStartDate: '2026-05-01' as const },
      facts: { pendingChanges: [pendingChange('order-1', '2026-04-01', { quantity: 7 })] },
    };
    expect(verdict(currentQuantityExpected, given)).toBe('passes');
  });

  it('is judged on submission only, because what changes later is the person’s own doing', () => {
    expect(currentQuantityExpected.judged).toBe('atSubmission');
  });
});
