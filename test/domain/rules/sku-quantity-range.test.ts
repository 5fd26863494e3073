import { describe, expect, it } from 'vitest';
import { skuMaximumQuantity, skuMinimumQuantity } from '../../../domain/rules/sku-quantity-range.ts';
import { decisionInput, verdict } from '../decision-input.ts';

describe('R5: the total is not below the minimum of the SKU', () => {
  it.each([
    { minimumQuantity: 10, quantity: 9, expected: 'BELOW_MINIMUM_QUANTITY' },
    { minimumQuantity: 10, quantity: 10, expected: 'passes' },
    { minimumQuantity: 10, quantity: 11, expected: 'passes' },
    { minimumQuantity: 1, quantity: 1, expected: 'passes' },
    { minimumQuantity: null, quantity: 1, expected: 'passes' },
  ])('$quantity where the minimum is $minimumQuantity: $expected', ({ minimumQuantity, quantity, expected }) => {
    expect(verdict(skuMinimumQuantity, { sku: { minimumQuantity }, order: { quantity } })).toBe(expected);
  });

  it('offers the minimum', () => {
    const given = decisionInput({ sku: { minimumQuantity: 10 }, order: { quantity: 9 } });
    expect(skuMinimumQuantity.check(given)).toMatchObject({
      inputs: { quantity: 9, minimumQuantity: 10 },
      failure: { smallestChange: { quantity: 10 } },
    });
  });

  it('binds an increase too: a subscription below the minimum cannot stay there', () => {
    const given = { sku: { minimumQuantity: 10 }, subscription: { quantity: 5 }, order: { quantity: 6 } };
    expect(verdict(skuMinimumQuantity, given)).toBe('BELOW_MINIMUM_QUANTITY');
  });
});

describe('R5: the total is not above the maximum of the SKU', () => {
  it.each([
    { maximumQuantity: 499, quantity: 498, expected: 'passes' },
    { maximumQuantity: 499, quantity: 499, expected: 'passes' },
    { maximumQuantity: 499, quantity: 500, expected: 'ABOVE_MAXIMUM_QUANTITY' },
    { maximumQuantity: null, quantity: 1_000_000, expected: 'passes' },
  ])('$quantity where the maximum is $maximumQuantity: $expected', ({ maximumQuantity, quantity, expected }) => {
    expect(verdict(skuMaximumQuantity, { sku: { maximumQuantity }, order: { quantity } })).toBe(expected);
  });

  it('offers the maximum', () => {
    const given = decisionInput({ sku: { maximumQuantity: 499 }, order: { quantity: 500 } });
    expect(skuMaximumQuantity.check(given)).toMatchObject({
      inputs: { quantity: 500, maximumQuantity: 499 },
      failure: { smallestChange: { quantity: 499 } },
    });
  });
});

describe('R5: one policy entry', () => {
  it('switches the minimum and the maximum on together', () => {
    expect([skuMinimumQuantity.namedInPolicyAs, skuMaximumQuantity.namedInPolicyAs]).toEqual([
      'skuQuantityRange',
      'skuQuantityRange',
    ]);
  });
});
