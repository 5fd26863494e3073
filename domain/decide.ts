import type { OrderTypeDescription } from './order-types/description.ts';
import { orderTypes } from './order-types.ts';
import type { PlainDate } from './plain-date.ts';
import type { RejectionCode } from './rejections.ts';
import type { DecisionInput, OrderPatch, Rule, RuleResult } from './rules/rule.ts';
import { smallestPassingChange } from './smallest-passing-change.ts';

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
  /** Every failed rule in the order type's order; the first gives the answer its code. */
  rejections: readonly Rejection[];
  /** The smallest change of the order's fields that makes it pass every rule; null when there is none or none is needed. */
  smallestChange: OrderPatch | null;
  trace: readonly TraceEntry[];
};

/** Runs every rule that binds the order, not only the first that fails. Never throws. */
export function decide(input: DecisionInput): Decision {
  const description: OrderTypeDescription = orderTypes[input.order.type];
  const results = runRules(input);
  const rejections = results.flatMap(({ rule, result }) => rejection(rule, result) ?? []);
  const accepted = rejections.length === 0;
  return {
    outcome: accepted ? 'accepted' : 'rejected',
    policy: { id: input.policy.id, version: input.policy.version },
    decisionDate: input.today,
    effectiveDate: accepted ? description.effectiveDate(input) : null,
    rejections,
    smallestChange: accepted ? null : smallestPassingChange(input, failuresOf),
    trace: results.map(({ rule, result }) => traceEntry(rule, result)),
  };
}

/** The rules that bind: those of every product, and those the policy names. */
function runRules(input: DecisionInput): { rule: Rule; result: RuleResult }[] {
  const description: OrderTypeDescription = orderTypes[input.order.type];
  return description.rules
    .filter(({ namedInPolicyAs }) => namedInPolicyAs === null || input.policy.rules[namedInPolicyAs] !== undefined)
    .map((rule) => ({ rule, result: rule.check(input) }));
}

const failuresOf = (input: DecisionInput): NonNullable<RuleResult['failure']>[] =>
  runRules(input).flatMap(({ result }) => result.failure ?? []);

function rejection(rule: Rule, { inputs, failure }: RuleResult): Rejection | undefined {
  return failure && { ...failure, inputs, rule: rule.name, source: rule.source, sentence: rule.sentence };
}

function traceEntry(rule: Rule, { inputs, failure }: RuleResult): TraceEntry {
  const verdict = failure ? 'failed' : 'passed';
  return { rule: rule.name, source: rule.source, sentence: rule.sentence, verdict, inputs };
}
