import { describe, expect, it } from 'vitest';
import { changeQuantity } from '../../../domain/order-types/change-quantity.ts';
import { endpoint } from '../products/endpoint.ts';
import { managedSecurity } from '../products/managed-security.ts';
import type { Sample } from '../products/sample.ts';
import { examples } from './examples.ts';

const facts = (from: number, to: number, { product, subscription }: Sample = managedSecurity) => ({
  order: { ...examples.changeQuantity, quantity: to },
  product,
  before: { ...subscription, quantity: from },
  effectiveDate: '2026-03-15' as const,
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
    expect(changeQuantity.words.completed(facts(25, 1, endpoint)).text).toBe(
      'Endpoint Security changed from 25 seats to 1 seat in total, effective 2026-03-15.',
    );
  });
});
