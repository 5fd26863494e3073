import type { OrderRequest } from './order-types.ts';
import { type PendingEffect, pendingEffects } from './pending/pending-effects.ts';
import { earlier, type PlainDate } from './plain-date.ts';
import type { RejectionCode } from './rejections.ts';
import { ruleInputOf } from './rule-input.ts';
import type { DecisionInput, Failure, OrderPatch, Rule, RuleInput, RuleResult } from './rules/rule.ts';
import { rulesOf } from './rules-of-orders.ts';
import { smallestPassingChange } from './smallest-passing-change.ts';
import { suggestedOrder } from './suggested-order.ts';

/** One rule's part in a decision, kept with the order for good. */
export type TraceEntry = {
  rule: string;
  source: Rule['source'];
  sentence: string;
  verdict: 'passed' | 'failed';
  inputs: RuleResult['inputs'];
};

/** Why an order is rejected: a failed rule, and when or how it would pass. Dates are inclusive, in the product's zone. */
export type Rejection = {
  code: RejectionCode;
  rule: string;
  source: Rule['source'];
  sentence: string;
  inputs: RuleResult['inputs'];
  eligibleFrom: PlainDate | null;
  eligibleUntil: PlainDate | null;
  smallestChange: OrderPatch | null;
};

/** What the rules say of one order on one date, with everything they looked at. */
export type Decision = {
  outcome: 'accepted' | 'rejected';
  policy: { id: string; version: number };
  /** The date the rules were asked about. */
  decisionDate: PlainDate;
  /** The date from which the change holds; null for a rejected order. */
  effectiveDate: PlainDate | null;
  /** The last date on which the same order would be accepted too, as far as dates decide; null when none ends it. */
  acceptedUntil: PlainDate | null;
  /** Every failed rule in the order in which they are asked; the first gives the answer its code. */
  rejections: readonly Rejection[];
  /** The smallest change of the order's fields that makes it pass every rule; null when there is none or none is needed. */
  smallestChange: OrderPatch | null;
  /** Of a rejected order: the same on the first day on which it is accepted, or another that reaches what it wants; null when there is none. */
  suggestedOrder: OrderRequest | null;
  /** What becomes of each pending change; empty for a rejected order, which changes nothing. */
  pendingChanges: readonly PendingEffect[];
  trace: readonly TraceEntry[];
};

/**
 * Runs every rule that binds the order, not only the first that fails: as it comes in (then it is judged on its requested
 * start date), on its decision date, or at its effect. Never throws.
 */
export function decide(input: DecisionInput): Decision {
  const asked = ruleInputOf(input);
  const { trace, rejections, failures, lastDate } = runRules(asked);
  const accepted = failures.length === 0;
  return {
    outcome: accepted ? 'accepted' : 'rejected',
    policy: { id: input.policy.id, version: input.policy.version },
    decisionDate: asked.date,
    effectiveDate: accepted ? asked.effectiveDate : null,
    acceptedUntil: accepted ? lastDate : null,
    rejections,
    smallestChange: accepted ? null : smallestPassingChange(input, failures, failuresOf),
    suggestedOrder: accepted ? null : suggestedOrder(input, failures, failuresOf),
    pendingChanges: accepted ? pendingEffects(asked, input.facts) : [],
    trace,
  };
}

/** What stands in the way of an order; nothing when it would be accepted. */
export const failuresOf = (input: DecisionInput): readonly Failure[] => runRules(ruleInputOf(input)).failures;

type Findings = { trace: TraceEntry[]; rejections: Rejection[]; failures: Failure[]; lastDate: PlainDate | null };

// One pass with plain loops: what runs for every order of every preview, calendar and simulation.
function runRules(asked: RuleInput): Findings {
  const found: Findings = { trace: [], rejections: [], failures: [], lastDate: null };
  for (const rule of rulesOf(asked.order.type, asked.moment)) {
    if (!binds(rule, asked)) continue;
    const { name, source, sentence } = rule;
    const { inputs, failure, passesUntil } = rule.check(asked);
    found.trace.push({ rule: name, source, sentence, verdict: failure ? 'failed' : 'passed', inputs });
    if (failure) {
      const { code, eligibleFrom, eligibleUntil, smallestChange } = failure;
      found.rejections.push({
        code,
        rule: name,
        source,
        sentence,
        inputs,
        eligibleFrom,
        eligibleUntil,
        smallestChange,
      });
      found.failures.push(failure);
    } else if (passesUntil !== undefined) {
      found.lastDate = found.lastDate === null ? passesUntil : earlier(found.lastDate, passesUntil);
    }
  }
  return found;
}

const binds = ({ namedInPolicyAs, part }: Rule, { policy, requested }: RuleInput): boolean =>
  (part === undefined || requested[part] !== undefined) &&
  (namedInPolicyAs === null || policy.rules[namedInPolicyAs] !== undefined);
