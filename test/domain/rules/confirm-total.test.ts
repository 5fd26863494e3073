import { describe, expect, it } from 'vitest';
import { confirmTotal } from '../../../domain/rules/confirm-total.ts';
import { checked, verdict } from '../decision-input.ts';

const given = (current: number, quantity: number, confirmedTotal?: number) => ({
  subscription: { quantity: current },
  order: { quantity, ...(confirmedTotal !== undefined && { confirmedTotal }) },
});

describe('R1: a total of at most a quarter of the present quantity reads like a number to add or remove', () => {
  it.each([
    { current: 20, quantity: 1, expected: 'CONFIRM_TOTAL' },
    { current: 20, quantity: 4, expected: 'CONFIRM_TOTAL' },
    { current: 20, quantity: 5, expected: 'CONFIRM_TOTAL' },
    { current: 20, quantity: 6, expected: 'passes' },
    { current: 20, quantity: 19, expected: 'passes' },
    { current: 20, quantity: 21, expected: 'passes' },
    { current: 19, quantity: 5, expected: 'passes' },
    { current: 21, quantity: 5, expected: 'CONFIRM_TOTAL' },
    { current: 4, quantity: 1, expected: 'CONFIRM_TOTAL' },
    { current: 5, quantity: 1, expected: 'CONFIRM_TOTAL' },
    { current: 3, quantity: 1, expected: 'passes' },
    { current: 2, quantity: 1, expected: 'passes' },
    { current: 1, quantity: 1, expected: 'passes' },
    { current: 1_000_000, quantity: 250_000, expected: 'CONFIRM_TOTAL' },
    { current: 1_000_000, quantity: 250_001, expected: 'passes' },
  ])('from $current to $quantity: $expected', ({ current, quantity, expected }) => {
    expect(verdict(confirmTotal, given(current, quantity))).toBe(expected);
  });
});

describe('R1: confirmedTotal', () => {
  it.each([
    { confirmed: 1, expected: 'passes' },
    { confirmed: 2, expected: 'CONFIRM_TOTAL' },
    { confirmed: 21, expected: 'CONFIRM_TOTAL' },
    { confirmed: 0, expected: 'CONFIRM_TOTAL' },
  ])('of $confirmed for a total of 1 instead of 20: $expected', ({ confirmed, expected }) => {
    expect(verdict(confirmTotal, given(20, 1, confirmed))).toBe(expected);
  });

  it('is not looked at when the total reads like a total', () => {
    expect(verdict(confirmTotal, given(20, 19, 7))).toBe('passes');
  });
});

describe('R1: the trace of a total that must be confirmed', () => {
  it('shows both readings, and offers to confirm the total as entered', () => {
    expect(checked(confirmTotal, given(20, 1))).toEqual({
      inputs: { currentQuantity: 20, readAsTotal: 1, readAsAddition: 21, confirmedTotal: null },
      failure: {
        code: 'CONFIRM_TOTAL',
        eligibleFrom: null,
        eligibleUntil: null,
        smallestChange: { confirmedTotal: 1 },
      },
    });
  });

  it('shows the wrong confirmation too', () => {
    expect(checked(confirmTotal, given(20, 1, 21)).inputs).toMatchObject({ confirmedTotal: 21 });
  });
});
