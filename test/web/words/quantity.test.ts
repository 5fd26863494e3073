import { describe, expect, it } from 'vitest';
import { differenceWords } from '../../../web/order/types/change-quantity/difference-words.ts';
import { quantityWords, rangeWords } from '../../../web/words/quantity.ts';

const agents = { one: 'agent', many: 'agents' };

describe('a quantity in words', () => {
  it('has its unit in the right number', () => {
    expect([0, 1, 2, 2500].map((quantity) => quantityWords(quantity, agents))).toEqual([
      '0 agents',
      '1 agent',
      '2 agents',
      '2,500 agents',
    ]);
  });
});

describe('a SKU’s range in words', () => {
  it.each([
    [1, 500, '1 to 500 agents'],
    [10, null, 'at least 10 agents'],
    [null, 9, 'at most 9 agents'],
    [null, null, null],
  ])('%s to %s reads: %s', (minimum, maximum, words) => {
    expect(rangeWords(minimum, maximum, agents)).toBe(words);
  });
});

describe('a difference in words', () => {
  it.each([
    [5, 6, 'adds 1 agent'],
    [20, 1, 'removes 19 agents'],
    [5, 5, 'changes nothing'],
  ])('from %d to %d %s', (from, to, words) => {
    expect(differenceWords(from, to, agents)).toBe(words);
  });
});
