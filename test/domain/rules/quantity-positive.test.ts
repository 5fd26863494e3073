import { describe, expect, it } from 'vitest';
import { quantityPositive } from '../../../domain/rules/quantity-positive.ts';
import { checked, verdict } from '../decision-input.ts';

describe('R1: the total is a whole number of at least 1', () => {
  it.each([
    { quantity: 1, expected: 'passes' },
    { quantity: 2 ** 53 - 1, expected: 'passes' },
    { quantity: 0, expected: 'QUANTITY_NOT_POSITIVE' },
    { quantity: -1, expected: 'QUANTITY_NOT_POSITIVE' },
    { quantity: 1.5, expected: 'QUANTITY_NOT_POSITIVE' },
    { quantity: Number.NaN, expected: 'QUANTITY_NOT_POSITIVE' },
    { quantity: Number.POSITIVE_INFINITY, expected: 'QUANTITY_NOT_POSITIVE' },
    { quantity: 2 ** 53, expected: 'QUANTITY_NOT_POSITIVE' },
  ])('$quantity: $expected', ({ quantity, expected }) => {
    expect(verdict(quantityPositive, { order: { quantity } })).toBe(expected);
  });

  it('offers 1', () => {
    expect(checked(quantityPositive, { order: { quantity: 0 } }).failure?.smallestChange).toEqual({ quantity: 1 });
  });
});
