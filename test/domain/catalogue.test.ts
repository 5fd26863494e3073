import { describe, expect, it } from 'vitest';
import { holds, lifecycleOn, optionOf, planOf, type Sku, skuIn, skuOf } from '../../domain/catalogue.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { plan } from './products/sample.ts';
import { worryFree } from './products/worry-free.ts';

const { product } = worryFree;
const sku = (given: Partial<Sku>): Sku => ({
  id: 'sku',
  planId: 'standard',
  name: 'Units',
  minimumQuantity: null,
  maximumQuantity: null,
  quantityStep: 1,
  ...given,
});

describe('R5: a SKU holds a total', () => {
  it.each<{ given: Partial<Sku>; quantity: number; expected: boolean }>([
    { given: {}, quantity: 1, expected: true },
    { given: { minimumQuantity: 10 }, quantity: 9, expected: false },
    { given: { minimumQuantity: 10 }, quantity: 10, expected: true },
    { given: { maximumQuantity: 499 }, quantity: 499, expected: true },
    { given: { maximumQuantity: 499 }, quantity: 500, expected: false },
    { given: { quantityStep: 5 }, quantity: 15, expected: true },
    { given: { quantityStep: 5 }, quantity: 16, expected: false },
    { given: { minimumQuantity: 10, maximumQuantity: 20, quantityStep: 5 }, quantity: 15, expected: true },
    { given: { minimumQuantity: 10, maximumQuantity: 20, quantityStep: 5 }, quantity: 5, expected: false },
    { given: { minimumQuantity: 10, maximumQuantity: 20, quantityStep: 5 }, quantity: 25, expected: false },
  ])('$given holds $quantity: $expected', ({ given, quantity, expected }) => {
    expect(holds(sku(given), quantity)).toBe(expected);
  });
});

describe('the SKU that a subscription gets in a plan', () => {
  const skus = [
    sku({ id: 'other-plan', planId: 'advanced' }),
    sku({ id: 'small', maximumQuantity: 9 }),
    sku({ id: 'large', minimumQuantity: 10, maximumQuantity: 499 }),
    sku({ id: 'any', minimumQuantity: 10 }),
  ];
  const found = (planId: string, quantity: number) => skuIn({ ...product, skus }, planId, quantity)?.id;

  it.each([
    { planId: 'standard', quantity: 9, id: 'small', why: 'whose range holds the total' },
    { planId: 'standard', quantity: 10, id: 'large', why: 'the first of those that hold it' },
    { planId: 'standard', quantity: 500, id: 'any', why: 'whose range holds the total' },
    { planId: 'standard', quantity: 9.5, id: 'small', why: 'the plan’s first where none holds it' },
    { planId: 'advanced', quantity: 500, id: 'other-plan', why: 'of no other plan' },
    { planId: 'suite', quantity: 5, id: undefined, why: 'none where the plan has none' },
  ])('$quantity units of $planId: $id, $why', ({ planId, quantity, id }) => {
    expect(found(planId, quantity)).toBe(id);
  });
});

describe('a plan on a date', () => {
  const ending = plan('ending', { endOfSaleDate: '2026-06-30', endOfLifeDate: '2026-12-31' });

  it.each<{ given: ReturnType<typeof plan>; date: PlainDate; expected: string }>([
    { given: plan('lasting'), date: '9999-12-31', expected: 'active' },
    { given: ending, date: '2026-06-29', expected: 'active' },
    { given: ending, date: '2026-06-30', expected: 'endOfSale' },
    { given: ending, date: '2026-12-30', expected: 'endOfSale' },
    { given: ending, date: '2026-12-31', expected: 'endOfLife' },
    { given: plan('x', { endOfLifeDate: '2026-12-31' }), date: '2026-12-30', expected: 'active' },
    { given: plan('x', { endOfLifeDate: '2026-12-31' }), date: '2027-01-01', expected: 'endOfLife' },
    { given: plan('x', { endOfSaleDate: '2026-06-30' }), date: '2027-01-01', expected: 'endOfSale' },
  ])('R8: on $date is $expected', ({ given, date, expected }) => {
    expect(lifecycleOn(given, date)).toBe(expected);
  });
});

describe('what a product has', () => {
  it('is found by its id', () => {
    expect(planOf(product, 'suite')?.name).toBe('Suite');
    expect(skuOf(product, 'suite-units')?.planId).toBe('suite');
    expect(optionOf(product, 'mobile')?.name).toBe('Mobile');
  });

  it('and nothing else is', () => {
    expect([planOf(product, 'gold'), skuOf(product, 'suite'), optionOf(product, 'constructor')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
