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
  const results = runRules(asked);
  const rejections = results.flatMap(({ rule, result }) => rejection(rule, result) ?? []);
  const failures = results.flatMap(({ result }) => result.failure ?? []);
  const accepted = failures.length === 0;
  return {
    outcome: accepted ? 'accepted' : 'rejected',
    policy: { id: input.policy.id, version: input.policy.version },
    decisionDate: asked.date,
    effectiveDate: accepted ? asked.effectiveDate : null,
    acceptedUntil: accepted ? lastDate(results.map(({ result }) => result)) : null,
    rejections,
    smallestChange: accepted ? null : smallestPassingChange(input, failures, failuresOf),
    suggestedOrder: accepted ? null : suggestedOrder(input, failures, failuresOf),
    pendingChanges: accepted ? pendingEffects({ ...asked, facts: input.facts }) : [],
    trace: results.map(({ rule, result }) => traceEntry(rule, result)),
  };
}

/** What stands in the way of an order; nothing when it would be accepted. */
export const failuresOf = (input: DecisionInput): Failure[] =>
  runRules(ruleInputOf(input)).flatMap(({ result }) => result.failure ?? []);

function runRules(asked: RuleInput): { rule: Rule; result: RuleResult }[] {
  return rulesOf(asked.order.type, asked.moment)
    .filter((rule) => binds(rule, asked))
    .map((rule) => ({ rule, result: rule.check(asked) }));
}

const binds = ({ namedInPolicyAs, part }: Rule, { policy, requested }: RuleInput): boolean =>
  (namedInPolicyAs === null || policy.rules[namedInPolicyAs] !== undefined) &&
  (part === undefined || requested[part] !== undefined);

function lastDate(results: readonly RuleResult[]): PlainDate | null {
  const ends = results.flatMap(({ passesUntil }) => passesUntil ?? []);
  return ends.length === 0 ? null : ends.reduce(earlier);
}

function rejection(rule: Rule, { inputs, failure }: RuleResult): Rejection | undefined {
  if (failure === undefined) return undefined;
  const { alternative: _, ...told } = failure;
  return { ...told, inputs, rule: rule.name, source: rule.source, sentence: rule.sentence };
}

function traceEntry(rule: Rule, { inputs, failure }: RuleResult): TraceEntry {
  const verdict = failure ? 'failed' : 'passed';
  return { rule: rule.name, source: rule.source, sentence: rule.sentence, verdict, inputs };
}
