import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../domain/decide.ts';
import { changeQuantity } from '../../domain/order-types/change-quantity.ts';
import type { PolicyRuleName } from '../../domain/rules/policy-rules.ts';
import type { DecisionInput, OrderPatch } from '../../domain/rules/rule.ts';
import { absurdInput, plausibleInput } from './arbitrary-input.ts';
import { everyRule } from './decision-input.ts';

const anyInput = fc.oneof(plausibleInput, absurdInput);
const RUNS = { numRuns: 1_000 };

const patched = (input: DecisionInput, patch: OrderPatch): DecisionInput => ({
  ...input,
  order: { ...input.order, ...patch },
});

/** Changes everything that only the rules of one policy entry look at. */
const disturb: Record<PolicyRuleName, (input: DecisionInput) => DecisionInput> = {
  contactEmailRequired: (input) => patched(input, { contactEmail: input.order.contactEmail ? '' : 'other@a.example' }),
  skuQuantityRange: (input) => ({ ...input, sku: { ...input.sku, minimumQuantity: 7, maximumQuantity: 8 } }),
  notBelowAssignedQuantity: (input) => ({ ...input, subscription: { ...input.subscription, assignedQuantity: 12 } }),
  acknowledgementGate: (input) => ({
    ...input,
    facts: { ...input.facts, unacknowledgedOrders: [{ id: 'unseen', type: 'changeQuantity' }] },
  }),
};

describe('decide, whatever it is given', () => {
  it('never throws', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        decide(input);
      }),
      RUNS,
    );
  });

  it('accepts exactly when no rule failed, and rejects by exactly the rules that failed', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { outcome, trace, rejections, effectiveDate } = decide(input);
        const failed = trace.filter(({ verdict }) => verdict === 'failed').map(({ rule }) => rule);
        expect(outcome).toBe(failed.length === 0 ? 'accepted' : 'rejected');
        expect(rejections.map(({ rule }) => rule)).toEqual(failed);
        expect(effectiveDate).toBe(failed.length === 0 ? input.today : null);
      }),
      RUNS,
    );
  });

  it('keeps every rule that binds in the trace, in the order type’s order', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const binding = changeQuantity.rules
          .filter(({ namedInPolicyAs }) => namedInPolicyAs === null || namedInPolicyAs in input.policy.rules)
          .map(({ name }) => name);
        expect(decide(input).trace.map(({ rule }) => rule)).toEqual(binding);
      }),
      RUNS,
    );
  });

  it('says the same when asked again, and changes nothing it was given', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const before = structuredClone(input);
        const first = decide(deepFrozen(input));
        expect(decide(input)).toEqual(first);
        expect(input).toEqual(before);
      }),
      RUNS,
    );
  });

  it('is not influenced by what only a rule that the policy does not name looks at', () => {
    const entries = Object.keys(everyRule) as PolicyRuleName[];
    fc.assert(
      fc.property(anyInput, fc.constantFrom(...entries), (input, entry) => {
        const { [entry]: _, ...rules } = input.policy.rules;
        const unnamed = { ...input, policy: { ...input.policy, rules } };
        expect(decide(disturb[entry](unnamed))).toEqual(decide(unnamed));
      }),
      RUNS,
    );
  });
});

describe('a smallest change that is offered', () => {
  const offered = anyInput
    .map((input) => ({ input, change: decide(input).smallestChange }))
    .filter((offer): offer is { input: DecisionInput; change: OrderPatch } => offer.change !== null);

  it('makes the order pass', () => {
    fc.assert(
      fc.property(offered, ({ input, change }) => {
        expect(decide(patched(input, change)).outcome).toBe('accepted');
      }),
      RUNS,
    );
  });

  it('is the passing total nearest to the one that was ordered', () => {
    fc.assert(
      fc.property(offered, ({ input, change }) => {
        const { quantity: ordered } = input.order;
        const { quantity: offer = ordered } = change;
        fc.pre(Number.isSafeInteger(ordered) && Number.isSafeInteger(offer) && Math.abs(Number(offer) - ordered) < 50);
        for (const nearer of nearerTotals(ordered, Number(offer))) {
          const confirmed = 'confirmedTotal' in change ? { confirmedTotal: nearer } : {};
          expect(decide(patched(input, { ...change, quantity: nearer, ...confirmed })).outcome).toBe('rejected');
        }
      }),
      RUNS,
    );
  });

  it('has no field that could be left out', () => {
    fc.assert(
      fc.property(offered, ({ input, change }) => {
        for (const field of Object.keys(change)) {
          const { [field]: _, ...fewer } = change;
          expect(decide(patched(input, fewer)).outcome).toBe('rejected');
        }
      }),
      RUNS,
    );
  });
});

/** Whole totals from the ordered one up to the offered one, which is left out. */
function nearerTotals(ordered: number, offered: number): number[] {
  const [low, high] = ordered < offered ? [ordered, offered - 1] : [offered + 1, ordered];
  return Array.from({ length: Math.max(0, high - low + 1) }, (_, index) => low + index);
}

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) deepFrozen(part);
    Object.freeze(value);
  }
  return value;
}
