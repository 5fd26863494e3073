import { describe, expect, it } from 'vitest';
import { applyFact, type Fact } from '../../domain/apply-fact.ts';
import type { BillingPeriod } from '../../domain/facts.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { SubscriptionState } from '../../domain/subscription.ts';
import { codes, decisionInput, type Given } from './decision-input.ts';
import { endpoint } from './products/endpoint.ts';
import { groupwareMonthly } from './products/groupware.ts';
import { worryFree } from './products/worry-free.ts';

const known = (given: Given) => {
  const { subscription, product, facts } = decisionInput(given);
  return { subscription, product, facts };
};

describe('R15, R20: what billing says of a month', () => {
  type Saying = { billed: boolean; paid: boolean; on: PlainDate };
  const then = (...sayings: Saying[]): readonly BillingPeriod[] =>
    sayings.reduce(
      (so, { on, ...said }) => applyFact(so, { kind: 'billing', month: '2026-03', ...said }, on),
      known({ of: groupwareMonthly }),
    ).facts.billingPeriods;

  it.each<{ what: string; sayings: Saying[]; billedOn: PlainDate | null; paidOn: PlainDate | null }>([
    {
      what: 'billed',
      sayings: [{ billed: true, paid: false, on: '2026-03-02' }],
      billedOn: '2026-03-02',
      paidOn: null,
    },
    {
      what: 'billed, then paid',
      sayings: [
        { billed: true, paid: false, on: '2026-03-02' },
        { billed: true, paid: true, on: '2026-03-09' },
      ],
      billedOn: '2026-03-02',
      paidOn: '2026-03-09',
    },
    {
      what: 'the same twice',
      sayings: [
        { billed: true, paid: true, on: '2026-03-02' },
        { billed: true, paid: true, on: '2026-03-09' },
      ],
      billedOn: '2026-03-02',
      paidOn: '2026-03-02',
    },
    {
      what: 'paid, then charged back',
      sayings: [
        { billed: true, paid: true, on: '2026-03-02' },
        { billed: true, paid: false, on: '2026-03-09' },
      ],
      billedOn: '2026-03-02',
      paidOn: null,
    },
  ])('$what: billed on $billedOn, paid on $paidOn', ({ sayings, billedOn, paidOn }) => {
    expect([...then(...sayings)]).toEqual([{ month: '2026-03', billedOn, paidOn }]);
  });

  it('keeps the months in their order, however they come', () => {
    const billing = (month: BillingPeriod['month']): Fact => ({ kind: 'billing', month, billed: true, paid: true });
    const months = (['2026-05', '2026-03', '2026-04'] as const).reduce(
      (so, month) => applyFact(so, billing(month), '2026-03-15'),
      known({ of: groupwareMonthly }),
    );
    expect(months.facts.billingPeriods.map(({ month }) => month)).toEqual(['2026-03', '2026-04', '2026-05']);
  });
});

describe('R13: what a vendor says of activation and expiry', () => {
  it.each<{ fact: 'activated' | 'expired'; state: SubscriptionState; becomes: SubscriptionState }>([
    { fact: 'activated', state: 'pendingActivation', becomes: 'active' },
    { fact: 'activated', state: 'active', becomes: 'active' },
    { fact: 'activated', state: 'suspended', becomes: 'suspended' },
    { fact: 'activated', state: 'terminated', becomes: 'terminated' },
    { fact: 'expired', state: 'active', becomes: 'expired' },
    { fact: 'expired', state: 'suspended', becomes: 'expired' },
    { fact: 'expired', state: 'terminated', becomes: 'terminated' },
  ])('$fact while $state: $becomes', ({ fact, state, becomes }) => {
    const { subscription } = applyFact(known({ subscription: { state } }), { kind: fact }, '2026-03-15');
    expect(subscription.state).toBe(becomes);
  });
});

describe('R6: units in use, as the vendor reports them', () => {
  it('are the floor of the next decrease', () => {
    const given: Given = { of: endpoint, order: { quantity: 18 } };
    expect(codes(given)).toEqual([]);
    const { subscription } = applyFact(known(given), { kind: 'assignedQuantity', quantity: 19 }, '2026-03-15');
    expect(codes({ ...given, subscription })).toEqual(['BELOW_ASSIGNED_QUANTITY']);
  });
});

describe('R8, R9: what becomes of a plan', () => {
  const given: Given = { of: worryFree, facts: { role: 'partner' } };
  const then = (...facts: Fact[]) => {
    const { product } = facts.reduce((so, fact) => applyFact(so, fact, '2026-03-15'), known(given));
    return codes({ ...given, product: { plans: product.plans } });
  };
  const changed: Fact = { kind: 'compositionChanged', planId: 'standard' };
  const approved: Fact = { kind: 'compositionApproved', planId: 'standard' };
  const life: Fact = { kind: 'planLifecycle', planId: 'standard', endOfSaleDate: null, endOfLifeDate: '2026-03-15' };

  it.each<{ what: string; facts: Fact[]; expected: string[] }>([
    { what: 'its composition changes', facts: [changed], expected: ['COMPOSITION_APPROVAL_REQUIRED'] },
    { what: 'and the partner approves it', facts: [changed, approved], expected: [] },
    { what: 'and it changes again', facts: [changed, approved, changed], expected: ['COMPOSITION_APPROVAL_REQUIRED'] },
    { what: 'another plan’s composition changes', facts: [{ ...changed, planId: 'suite' }], expected: [] },
    { what: 'it reaches End of Life', facts: [life], expected: ['END_OF_LIFE_LOCKED'] },
    { what: 'its End of Life is put off', facts: [life, { ...life, endOfLifeDate: '2027-01-01' }], expected: [] },
  ])('$what: $expected', ({ facts, expected }) => {
    expect(then(...facts)).toEqual(expected);
  });
});
