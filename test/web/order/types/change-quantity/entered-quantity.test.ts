import { describe, expect, it } from 'vitest';
import { enteredQuantity } from '../../../../../web/order/types/change-quantity/entered-quantity.ts';

describe('an entered quantity', () => {
  it.each([
    ['6', 6],
    [' 6 ', 6],
    ['006', 6],
    ['６', 6],
    ['１２０', 120],
    ['1000000', 1_000_000],
  ])('%j is %d', (text, quantity) => {
    expect(enteredQuantity(text)).toBe(quantity);
  });

  it.each(['', ' ', '0', '-1', '+6', '5.5', '5,5', '1e9', '0x10', 'six', '6 agents', 'Infinity', '99999999999'])(
    '%j is none',
    (text) => {
      expect(enteredQuantity(text)).toBeNull();
    },
  );
});
