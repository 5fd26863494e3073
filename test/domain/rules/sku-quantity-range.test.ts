import { describe, expect, it } from 'vitest';
import { decide } from '../../../domain/decide.ts';
import { skuMaximumQuantity, skuMinimumQuantity, skuQuantityStep } from '../../../domain/rules/sku-quantity-range.ts';
import { checked, codes, decisionInput, type Given, verdict } from '../decision-input.ts';
import { endpoint } from '../products/endpoint.ts';

const seats = (quantity: number, sku: Given['sku'] = {}, current = 25): Given => ({
  of: endpoint,
  subscription: { quantity: current, assignedQuantity: null },
  sku,
  order: { quantity, confirmedTotal: quantity },
});

const smallestChange = (given: Given) => decide(decisionInput(given)).smallestChange;

describe('R5: the user cannot remove more seats than the minimum required seats for this particular SKU', () => {
  it.each([
    { minimumQuantity: 10, quantity: 9, expected: 'BELOW_MINIMUM_QUANTITY' },
    { minimumQuantity: 10, quantity: 10, expected: 'passes' },
    { minimumQuantity: 10, quantity: 11, expected: 'passes' },
    { minimumQuantity: 1, quantity: 1, expected: 'passes' },
    { minimumQuantity: null, quantity: 1, expected: 'passes' },
  ])('$quantity where the minimum is $minimumQuantity: $expected', ({ minimumQuantity, quantity, expected }) => {
    expect(verdict(skuMinimumQuantity, seats(quantity, { minimumQuantity }))).toBe(expected);
  });

  it('offers the minimum', () => {
    expect(checked(skuMinimumQuantity, seats(9))).toMatchObject({
      inputs: { quantity: 9, minimumQuantity: 10 },
      failure: { smallestChange: { quantity: 10 } },
    });
  });

  it('binds an increase too: a subscription below the minimum cannot stay there', () => {
    expect(verdict(skuMinimumQuantity, seats(6, {}, 5))).toBe('BELOW_MINIMUM_QUANTITY');
  });
});

describe('R5: the total is not above the maximum of the SKU', () => {
  it.each([
    { maximumQuantity: 499, quantity: 498, expected: 'passes' },
    { maximumQuantity: 499, quantity: 499, expected: 'passes' },
    { maximumQuantity: 499, quantity: 500, expected: 'ABOVE_MAXIMUM_QUANTITY' },
    { maximumQuantity: null, quantity: 1_000_000, expected: 'passes' },
  ])('$quantity where the maximum is $maximumQuantity: $expected', ({ maximumQuantity, quantity, expected }) => {
    expect(verdict(skuMaximumQuantity, seats(quantity, { maximumQuantity }))).toBe(expected);
  });

  it('offers the maximum', () => {
    expect(checked(skuMaximumQuantity, seats(500))).toMatchObject({
      inputs: { quantity: 500, maximumQuantity: 499 },
      failure: { smallestChange: { quantity: 499 } },
    });
  });
});

describe('R5: the total is a multiple of the SKU’s step', () => {
  it.each([
    { quantityStep: 5, quantity: 24, expected: 'NOT_A_MULTIPLE_OF_STEP' },
    { quantityStep: 5, quantity: 25, expected: 'passes' },
    { quantityStep: 5, quantity: 26, expected: 'NOT_A_MULTIPLE_OF_STEP' },
    { quantityStep: 1, quantity: 26, expected: 'passes' },
  ])('$quantity in steps of $quantityStep: $expected', ({ quantityStep, quantity, expected }) => {
    expect(verdict(skuQuantityStep, seats(quantity, { quantityStep }))).toBe(expected);
  });

  it.each([
    { sku: { quantityStep: 5 }, quantity: 31, offered: { quantity: 35 } },
    { sku: { quantityStep: 4, minimumQuantity: 10 }, quantity: 9, offered: { quantity: 12 } },
    { sku: { quantityStep: 4, minimumQuantity: 10 }, quantity: 8, offered: { quantity: 12 } },
    { sku: { quantityStep: 5, maximumQuantity: 499 }, quantity: 503, offered: { quantity: 495 } },
    { sku: { quantityStep: 5, maximumQuantity: 499 }, quantity: 500, offered: { quantity: 495 } },
    { sku: { quantityStep: 5, maximumQuantity: 499 }, quantity: 496, offered: { quantity: 495 } },
    { sku: { quantityStep: 25, minimumQuantity: 10 }, quantity: 9, offered: null },
  ])('$quantity where $sku: offers $offered', ({ sku, quantity, offered }) => {
    const change = smallestChange(seats(quantity, sku));
    expect(change && { quantity: change.quantity }).toEqual(offered);
  });
});

describe('R5: the range is judged again when a later change takes effect', () => {
  it.each([skuMinimumQuantity, skuMaximumQuantity, skuQuantityStep])('$name', ({ judged }) => {
    expect(judged).toBe('alsoAtEffect');
  });
});

describe('R5: one policy entry', () => {
  it.each([
    { quantity: 9, sku: {}, expected: ['BELOW_MINIMUM_QUANTITY'] },
    { quantity: 500, sku: {}, expected: ['ABOVE_MAXIMUM_QUANTITY'] },
    { quantity: 24, sku: { quantityStep: 5 }, expected: ['NOT_A_MULTIPLE_OF_STEP'] },
  ])('switches minimum, maximum and step on together: $expected', ({ quantity, sku, expected }) => {
    expect(codes(seats(quantity, sku))).toEqual(expected);
    expect(codes({ ...seats(quantity, sku), rules: {} })).toEqual([]);
  });
});
