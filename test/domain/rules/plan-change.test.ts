import { describe, expect, it } from 'vitest';
import { decide } from '../../../domain/decide.ts';
import { changed, changeOf } from '../../../domain/effect.ts';
import type { PlainDate } from '../../../domain/plain-date.ts';
import {
  planChangeOffered,
  planHoldsOptions,
  planHoldsQuantity,
  planOfProduct,
  planOnSale,
} from '../../../domain/rules/plan-change.ts';
import { checked, codes, decisionInput, type Given, type GivenOrder, verdict } from '../decision-input.ts';
import { managedSecurity } from '../products/managed-security.ts';
import { worryFree } from '../products/worry-free.ts';

const to = (planId: string, more: Partial<GivenOrder> = {}): GivenOrder =>
  ({ type: 'changeServicePlan', planId, ...more }) as GivenOrder;

const changing = (planId: string, given: Given = {}): Given => ({
  of: worryFree,
  facts: { role: 'partner' },
  order: to(planId),
  ...given,
});

const plansWith = (id: string, given: { endOfSaleDate?: PlainDate; endOfLifeDate?: PlainDate }) => ({
  plans: worryFree.product.plans.map((plan) => (plan.id === id ? { ...plan, ...given } : plan)),
});

describe('R10: a plan is changed only where there are several service plans', () => {
  it.each([
    { what: 'three plans', of: worryFree, planId: 'advanced', expected: 'passes' },
    { what: 'one plan', of: managedSecurity, planId: 'other', expected: 'PLAN_CHANGE_NOT_OFFERED' },
  ])('$what: $expected', ({ of, planId, expected }) => {
    expect(verdict(planChangeOffered, { of, order: to(planId) })).toBe(expected);
  });

  it('other settings of a product with one plan can still be saved', () => {
    const one = worryFree.product.plans.slice(0, 1);
    const order: GivenOrder = { type: 'changeServicePlan', managed: true };
    expect(codes({ of: worryFree, facts: { role: 'partner' }, product: { plans: one }, order })).toEqual([]);
  });

  it.each([
    { from: 'standard', planId: 'advanced', what: 'up' },
    { from: 'standard', planId: 'suite', what: 'up by two' },
    { from: 'suite', planId: 'standard', what: 'down' },
  ])('$what, from $from to $planId, is accepted at once', ({ from, planId }) => {
    const decision = decide(
      decisionInput(changing(planId, { subscription: { planId: from, skuId: `${from}-units` } })),
    );
    expect(decision).toMatchObject({ outcome: 'accepted', effectiveDate: '2026-03-15' });
  });
});

describe('R12: the plan is changed in place', () => {
  it.each([
    { planId: 'advanced', expected: 'passes' },
    { planId: 'anti-virus-standard', expected: 'PLAN_NOT_IN_PRODUCT' },
    { planId: 'Advanced', expected: 'PLAN_NOT_IN_PRODUCT' },
    { planId: '', expected: 'PLAN_NOT_IN_PRODUCT' },
  ])('to one of the product’s own: "$planId" $expected', ({ planId, expected }) => {
    expect(verdict(planOfProduct, changing(planId))).toBe(expected);
  });

  it('names the plans there are', () => {
    expect(checked(planOfProduct, changing('other')).inputs).toEqual({
      planId: 'other',
      planIds: ['standard', 'advanced', 'suite'],
    });
  });

  it('keeps subscription, account and everything but the plan and its SKU', () => {
    const { order, subscription, product } = decisionInput(changing('suite'));
    const change = changeOf(order, { subscription, product, effectiveDate: '2026-03-15' });
    expect(change).toEqual({ planId: 'suite', skuId: 'suite-units' });
    expect(changed(subscription, change)).toEqual({ ...subscription, ...change });
  });
});

describe('a plan at End of Sale is not sold to anybody new', () => {
  it.each<{ endOfSaleDate: PlainDate; today: PlainDate; expected: string }>([
    { endOfSaleDate: '2026-06-30', today: '2026-06-29', expected: 'passes' },
    { endOfSaleDate: '2026-06-30', today: '2026-06-30', expected: 'PLAN_NOT_ON_SALE' },
    { endOfSaleDate: '2026-06-30', today: '2026-07-01', expected: 'PLAN_NOT_ON_SALE' },
  ])('End of Sale $endOfSaleDate, changed to on $today: $expected', ({ endOfSaleDate, today, expected }) => {
    const given = changing('advanced', { today, product: plansWith('advanced', { endOfSaleDate }) });
    expect(verdict(planOnSale, given)).toBe(expected);
  });

  it('nor one at End of Life', () => {
    const given = changing('advanced', { product: plansWith('advanced', { endOfLifeDate: '2026-03-15' }) });
    expect(verdict(planOnSale, given)).toBe('PLAN_NOT_ON_SALE');
  });

  it('accepts until the day before', () => {
    const given = changing('advanced', { product: plansWith('advanced', { endOfSaleDate: '2026-06-30' }) });
    expect(decide(decisionInput(given)).acceptedUntil).toBe('2026-06-29');
  });

  it('who has it may keep it, and save other settings with it', () => {
    const order = to('standard', { managed: true } as Partial<GivenOrder>);
    const given = changing('standard', { order, product: plansWith('standard', { endOfSaleDate: '2026-01-01' }) });
    expect(codes(given)).toEqual([]);
  });

  it('a plan ordered for the day on which its sale has ended is not sold', () => {
    const order = to('advanced', { requestedStartDate: '2026-06-30' } as Partial<GivenOrder>);
    const given = changing('advanced', { order, product: plansWith('advanced', { endOfSaleDate: '2026-06-30' }) });
    expect(codes(given)).toEqual(['PLAN_NOT_ON_SALE']);
  });
});

describe('the plan is sold in the quantity that the subscription has', () => {
  it.each([
    { planId: 'suite', quantity: 4, expected: 'PLAN_DOES_NOT_HOLD_QUANTITY' },
    { planId: 'suite', quantity: 5, expected: 'passes' },
    { planId: 'suite', quantity: 250, expected: 'passes' },
    { planId: 'suite', quantity: 251, expected: 'PLAN_DOES_NOT_HOLD_QUANTITY' },
    { planId: 'other', quantity: 4, expected: 'passes' },
  ])('$quantity units, to $planId: $expected', ({ planId, quantity, expected }) => {
    expect(verdict(planHoldsQuantity, changing(planId, { subscription: { quantity } }))).toBe(expected);
  });

  it('a plan without any SKU holds nothing', () => {
    const skus = worryFree.product.skus.filter(({ planId }) => planId !== 'suite');
    expect(verdict(planHoldsQuantity, changing('suite', { product: { skus } }))).toBe('PLAN_DOES_NOT_HOLD_QUANTITY');
  });

  it('the SKU that holds the total comes with the plan', () => {
    const large = { ...worryFree.product.skus[2], id: 'suite-large', planId: 'suite', minimumQuantity: 251 };
    const skus = [...worryFree.product.skus, { ...large, name: 'Large', maximumQuantity: null, quantityStep: 1 }];
    const { order, subscription, product } = decisionInput(
      changing('suite', { subscription: { quantity: 300 }, product: { skus } }),
    );
    expect(changeOf(order, { subscription, product, effectiveDate: '2026-03-15' })).toEqual({
      planId: 'suite',
      skuId: 'suite-large',
    });
  });
});

describe('R11: options that are held come along, where the new plan has them', () => {
  const holding = {
    subscription: { planId: 'advanced', skuId: 'advanced-units', options: { encryption: 1, mobile: 3 } },
  };

  it.each([
    { planId: 'suite', expected: 'passes' },
    { planId: 'standard', expected: 'PLAN_LACKS_OPTIONS' },
  ])('to $planId with encryption: $expected', ({ planId, expected }) => {
    expect(verdict(planHoldsOptions, changing(planId, holding))).toBe(expected);
  });

  it('to give one up is the person’s to say, in the same order', () => {
    const order = to('standard', { options: [{ optionId: 'encryption', quantity: 0 }] } as Partial<GivenOrder>);
    expect(codes(changing('standard', { ...holding, order }))).toEqual([]);
  });
});
