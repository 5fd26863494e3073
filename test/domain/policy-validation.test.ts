import { describe, expect, it } from 'vitest';
import type { Product, Sku, Term } from '../../domain/catalogue.ts';
import { validatePolicy } from '../../domain/policy-validation.ts';
import type { EffectTiming, PolicyRules, TimedChange } from '../../domain/rules/policy-rules.ts';
import { endpoint } from './products/endpoint.ts';
import { groupwareAnnual } from './products/groupware.ts';
import { managedSecurity } from './products/managed-security.ts';
import { worryFree } from './products/worry-free.ts';

const soldFor = (...terms: Term[]): Product => ({ ...groupwareAnnual.product, terms });
const groupware = groupwareAnnual.policy.rules;
const both = [soldFor('monthly', 'annual')];

const findings = (rules: PolicyRules, products: readonly Product[] = both): string[] =>
  validatePolicy(rules, products).map(({ severity, code, path }) => `${severity} ${code} ${path}`);

const timed = (term: Term, change: TimedChange, timing: EffectTiming | undefined): PolicyRules => ({
  ...groupware,
  timing: { ...groupware.timing, [term]: { ...groupware.timing?.[term], [change]: timing } },
});

describe('a policy', () => {
  it.each([
    { name: 'S0', sample: managedSecurity },
    { name: 'S1', sample: endpoint },
    { name: 'S2, S3', sample: worryFree },
    { name: 'S4', sample: groupwareAnnual },
  ])('of $name has nothing to be mended', ({ sample }) => {
    expect(validatePolicy(sample.policy.rules, [sample.product])).toEqual([]);
  });

  it('that no product names binds nothing', () => {
    expect(findings(groupware, [])).toEqual(['warning NO_PRODUCT ']);
  });

  it('without rules is one too', () => {
    expect(findings({})).toEqual([]);
  });

  it('is told in sentences what to mend', () => {
    const rules: PolicyRules = {
      renewalWindow: {} as never,
      coolingOff: { days: 1 },
      monthlyDecrease: { notInMonthOf: [] },
    };
    const found = [...validatePolicy(rules, both), ...validatePolicy({ skuQuantityRange: {} }, both)];
    expect(found.length).toBeGreaterThan(5);
    for (const { message } of found) expect(message).toMatch(/^[A-Z].*\.$/);
  });
});

describe('R22: the timing of an annual term that is reduced in its renewal window only', () => {
  it.each<{ change: TimedChange; timing: EffectTiming | undefined; contradicts: boolean }>(
    (['decrease', 'termChange', 'cancel'] as const).flatMap((change) => [
      { change, timing: 'nextPeriod', contradicts: false },
      { change, timing: 'nextMonth', contradicts: true },
      { change, timing: 'immediately', contradicts: true },
      { change, timing: undefined, contradicts: true },
    ]),
  )('$change $timing: a contradiction: $contradicts', ({ change, timing, contradicts }) => {
    expect(findings(timed('annual', change, timing))).toEqual(
      contradicts ? [`error TIMING_CONTRADICTS_WINDOW timing.annual.${change}`] : [],
    );
  });

  it('is free for increases', () => {
    expect(findings(timed('annual', 'increase', 'nextMonth'))).toEqual([]);
  });

  it('is free where there is no window', () => {
    const { renewalWindow: _, annualTermFromNextMonth: __, ...rules } = timed('annual', 'cancel', 'immediately');
    expect(findings(rules)).toEqual([]);
  });

  it('has to be said, for what is not timed holds at once', () => {
    const { timing: _, annualTermFromNextMonth: __, ...rules } = groupware;
    expect(findings(rules, [soldFor('monthly')])).toEqual([
      'error TIMING_CONTRADICTS_WINDOW timing.annual.decrease',
      'error TIMING_CONTRADICTS_WINDOW timing.annual.termChange',
      'error TIMING_CONTRADICTS_WINDOW timing.annual.cancel',
      'warning RULE_WITHOUT_EFFECT renewalWindow',
    ]);
    const annualOnly = { ...rules, timing: { monthly: groupware.timing?.monthly } };
    expect(findings(annualOnly).filter((one) => one.startsWith('error'))).toHaveLength(3);
  });
});

describe('R17: the timing of a change to an annual term that starts on the first of a month', () => {
  it.each<{ timing: EffectTiming | undefined; contradicts: boolean }>([
    { timing: 'nextMonth', contradicts: false },
    { timing: 'nextPeriod', contradicts: true },
    { timing: 'immediately', contradicts: true },
    { timing: undefined, contradicts: true },
  ])('$timing: a contradiction: $contradicts', ({ timing, contradicts }) => {
    expect(findings(timed('monthly', 'termChange', timing))).toEqual(
      contradicts ? ['error TIMING_CONTRADICTS_TERM_START timing.monthly.termChange'] : [],
    );
  });

  it('has to be said', () => {
    const found = findings({ annualTermFromNextMonth: {} });
    expect(found).toContain('error TIMING_CONTRADICTS_TERM_START timing.monthly.termChange');
    expect(findings({ annualTermFromNextMonth: {}, timing: {} })).toEqual(found);
  });

  it('is free where a term starts on any day', () => {
    const { annualTermFromNextMonth: _, ...rules } = timed('monthly', 'termChange', 'immediately');
    expect(findings(rules).filter((one) => one.startsWith('error'))).toEqual([]);
  });
});

describe('R14: a lock of decreases', () => {
  it('names at least one month', () => {
    expect(findings({ monthlyDecrease: { notInMonthOf: [] } })).toEqual([
      'error RULE_EMPTY monthlyDecrease.notInMonthOf',
    ]);
    expect(findings({ monthlyDecrease: { notInMonthOf: ['increase'] } })).toEqual([]);
  });
});

describe('a rule that is missed', () => {
  const { annualTermFromNextMonth: _, ...anyStart } = groupware;

  it('is the window where annual terms start with a month', () => {
    const { renewalWindow: _, ...rules } = groupware;
    expect(findings(rules)).toEqual(['warning RULE_MISSING renewalWindow']);
  });

  it('is the start with a month where a window is of months, if the product is sold by the year', () => {
    expect(findings(anyStart)).toEqual(['warning RULE_MISSING annualTermFromNextMonth']);
    expect(findings(anyStart, [soldFor('monthly')])).toEqual(['warning RULE_WITHOUT_EFFECT renewalWindow']);
    expect(findings(anyStart, [soldFor('monthly'), soldFor('annual')])).toEqual([
      'warning RULE_MISSING annualTermFromNextMonth',
    ]);
  });

  it('is the gate where there is a cooling-off, R4', () => {
    expect(findings({ coolingOff: { days: 14 } })).toEqual(['warning RULE_MISSING acknowledgementGate']);
    expect(findings({ coolingOff: { days: 14 }, acknowledgementGate: { after: 'cancel' } })).toEqual([]);
  });
});

describe('a rule without effect', () => {
  const bounded = (given: Partial<Sku>): Product => ({
    ...groupwareAnnual.product,
    skus: groupwareAnnual.product.skus.map((sku) => ({ ...sku, ...given })),
  });

  it('is one of monthly terms where none is sold', () => {
    expect(findings(groupware, [soldFor('annual')])).toEqual([
      'warning RULE_WITHOUT_EFFECT monthlyDecrease',
      'warning RULE_WITHOUT_EFFECT terminationNeedsPayment',
    ]);
  });

  it('is one of annual terms where none is sold', () => {
    expect(findings(groupware, [soldFor('monthly')])).toEqual([
      'warning RULE_WITHOUT_EFFECT renewalWindow',
      'warning RULE_WITHOUT_EFFECT annualTermFromNextMonth',
    ]);
  });

  it('is told of rules that it names only', () => {
    expect(findings({ trialLock: {} }, [soldFor('annual')])).toEqual([]);
  });

  it.each<{ what: string; products: Product[]; idle: boolean }>([
    { what: 'no bounds', products: [bounded({})], idle: true },
    { what: 'a minimum', products: [bounded({ minimumQuantity: 1 })], idle: false },
    { what: 'a maximum', products: [bounded({ maximumQuantity: 9 })], idle: false },
    { what: 'a step', products: [bounded({ quantityStep: 5 })], idle: false },
    { what: 'bounds in one of two products', products: [bounded({}), bounded({ quantityStep: 5 })], idle: false },
    {
      what: 'bounds in one of two SKUs',
      products: [{ ...bounded({}), skus: [...bounded({}).skus, ...bounded({ minimumQuantity: 1 }).skus] }],
      idle: false,
    },
  ])('R5: is the range of SKUs with $what: $idle', ({ products, idle }) => {
    expect(findings({ skuQuantityRange: {} }, products)).toEqual(
      idle ? ['warning RULE_WITHOUT_EFFECT skuQuantityRange'] : [],
    );
  });
});
