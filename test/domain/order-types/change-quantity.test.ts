import { describe, expect, it } from 'vitest';
import { changeQuantity } from '../../../domain/order-types/change-quantity.ts';
import { decisionInput } from '../decision-input.ts';

const { order, product } = decisionInput();

const facts = (previousQuantity: number, quantity: number) => ({
  order: { ...order, quantity },
  product,
  previousQuantity,
  effectiveDate: '2026-03-15' as const,
});

describe('S0: change of quantity', () => {
  it('may be placed by everybody but machines', () => {
    expect(changeQuantity.orderableBy).toEqual(['customer', 'partner', 'operator']);
  });

  it('sets the total, asks the vendor for the total, and holds from today on', () => {
    const input = decisionInput({ order: { quantity: 6 }, today: '2028-02-29' });
    expect(changeQuantity.change(input.order)).toEqual({ quantity: 6 });
    expect(changeQuantity.steps(input.order)).toEqual([{ operation: 'changeQuantity', quantity: 6 }]);
    expect(changeQuantity.effectiveDate(input)).toBe('2028-02-29');
  });
});

describe('the notice of a completed change of quantity', () => {
  it.each([
    { from: 5, to: 6, words: 'from 5 agents to 6 agents' },
    { from: 2, to: 1, words: 'from 2 agents to 1 agent' },
    { from: 1, to: 2, words: 'from 1 agent to 2 agents' },
    { from: 999, to: 1000, words: 'from 999 agents to 1000 agents' },
  ])('says $words', ({ from, to, words }) => {
    expect(changeQuantity.words.completed(facts(from, to))).toEqual({
      title: 'Quantity changed',
      text: `Managed Anti-Virus changed ${words} in total, effective 2026-03-15.`,
    });
  });
});

describe('the notice of a failed change of quantity', () => {
  it.each([
    { from: 5, to: 6, wanted: '6 agents', has: '5 agents' },
    { from: 2, to: 1, wanted: '1 agent', has: '2 agents' },
    { from: 1, to: 2, wanted: '2 agents', has: '1 agent' },
  ])('says that $wanted could not be had and $has remain', ({ from, to, wanted, has }) => {
    expect(changeQuantity.words.failed(facts(from, to))).toEqual({
      title: 'Quantity not changed',
      text: `Managed Anti-Virus could not be changed to ${wanted}. It still has ${has} in total.`,
    });
  });
});

describe('a notice', () => {
  it('speaks of the product’s own unit', () => {
    const seats = { ...product, name: 'Endpoint', unit: { one: 'seat', many: 'seats' } };
    expect(changeQuantity.words.completed({ ...facts(25, 1), product: seats }).text).toBe(
      'Endpoint changed from 25 seats to 1 seat in total, effective 2026-03-15.',
    );
  });
});
