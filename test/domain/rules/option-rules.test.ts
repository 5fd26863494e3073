import { describe, expect, it } from 'vitest';
import type { OptionQuantity } from '../../../domain/requested-change.ts';
import {
  optionPrerequisites,
  optionQuantityRange,
  optionsAvailable,
  optionsKnown,
} from '../../../domain/rules/option-rules.ts';
import type { OptionQuantities } from '../../../domain/subscription.ts';
import { checked, codes, type Given, verdict } from '../decision-input.ts';
import { worryFree } from '../products/worry-free.ts';

const one = (optionId: string, quantity = 1): OptionQuantity => ({ optionId, quantity });

const wanting = (options: OptionQuantity[], given: { planId?: string; held?: OptionQuantities } = {}): Given => ({
  of: worryFree,
  facts: { role: 'partner' },
  subscription: { planId: given.planId ?? 'standard', options: given.held ?? {} },
  order: { type: 'changeOptions', options },
});

describe('the options an order names are those of the product', () => {
  it.each([
    { options: [one('mobile')], expected: 'passes' },
    { options: [one('mobile'), one('teleport')], expected: 'OPTION_UNKNOWN' },
    { options: [one('constructor')], expected: 'OPTION_UNKNOWN' },
    { options: [one('teleport', 0)], expected: 'OPTION_UNKNOWN' },
    { options: [], expected: 'passes' },
  ])('$options: $expected', ({ options, expected }) => {
    expect(verdict(optionsKnown, wanting(options))).toBe(expected);
  });

  it('names the unknown', () => {
    expect(checked(optionsKnown, wanting([one('mobile'), one('teleport')])).inputs).toEqual({ unknown: ['teleport'] });
  });
});

describe('R11: an add-on is there only when it is available for the product', () => {
  it.each([
    { planId: 'standard', options: [one('encryption')], expected: 'OPTION_NOT_AVAILABLE' },
    { planId: 'advanced', options: [one('encryption')], expected: 'passes' },
    { planId: 'suite', options: [one('encryption')], expected: 'passes' },
    { planId: 'standard', options: [one('mobile')], expected: 'passes' },
    { planId: 'standard', options: [one('encryption', 0)], expected: 'passes' },
  ])('in plan $planId, $options: $expected', ({ planId, options, expected }) => {
    expect(verdict(optionsAvailable, wanting(options, { planId }))).toBe(expected);
  });

  it.each([
    { planId: 'advanced', expected: [] },
    { planId: 'standard', expected: ['OPTION_NOT_AVAILABLE', 'PLAN_LACKS_OPTIONS'] },
  ])('is judged in the plan that the same order changes to: $planId', ({ planId, expected }) => {
    const from = planId === 'advanced' ? 'standard' : 'advanced';
    const order = { type: 'changeServicePlan', planId, options: [one('encryption')] } as const;
    const given = codes({ ...wanting([], { planId: from }), order });
    expect(given.sort()).toEqual(expected);
  });

  it('is judged again when a later change takes effect', () => {
    expect(optionsAvailable.judged).toBe('alsoAtEffect');
  });
});

describe('an option is held only together with the options it requires', () => {
  const inAdvanced = (options: OptionQuantity[], held: OptionQuantities = {}) =>
    wanting(options, { planId: 'advanced', held });

  it.each([
    { options: [one('mobile-plus')], held: {}, expected: 'OPTION_PREREQUISITE_MISSING' },
    { options: [one('mobile-plus')], held: { mobile: 3 }, expected: 'passes' },
    { options: [one('mobile-plus'), one('mobile')], held: {}, expected: 'passes' },
    { options: [one('mobile', 0)], held: { mobile: 3, 'mobile-plus': 1 }, expected: 'OPTION_PREREQUISITE_MISSING' },
    { options: [one('mobile', 0), one('mobile-plus', 0)], held: { mobile: 3, 'mobile-plus': 1 }, expected: 'passes' },
    { options: [one('mobile', 2)], held: { mobile: 3, 'mobile-plus': 1 }, expected: 'passes' },
    { options: [one('mobile', 0)], held: { mobile: 3 }, expected: 'passes' },
  ])('$options where $held is held: $expected', ({ options, held, expected }) => {
    expect(verdict(optionPrerequisites, inAdvanced(options, held as OptionQuantities))).toBe(expected);
  });

  it('says which requires which', () => {
    expect(checked(optionPrerequisites, inAdvanced([one('mobile-plus')])).inputs).toEqual({
      missing: ['mobile-plus requires mobile'],
    });
  });
});

describe('of an option no more is held than its maximum', () => {
  it.each([
    { option: one('mobile-plus', 9), expected: 'passes' },
    { option: one('mobile-plus', 10), expected: 'OPTION_ABOVE_MAXIMUM' },
    { option: one('encryption', 1), expected: 'passes' },
    { option: one('encryption', 2), expected: 'OPTION_ABOVE_MAXIMUM' },
    { option: one('mobile', 100_000), expected: 'passes' },
  ])('$option: $expected', ({ option, expected }) => {
    expect(verdict(optionQuantityRange, wanting([option], { planId: 'advanced' }))).toBe(expected);
  });
});
