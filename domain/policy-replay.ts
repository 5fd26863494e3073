import { type Decision, decide } from './decide.ts';
import type { PlainDate } from './plain-date.ts';
import type { Policy } from './policy.ts';
import type { RejectionCode } from './rejections.ts';
import type { DecisionInput } from './rules/rule.ts';

/** A decided order with all that was looked at when it was decided. */
export type Decided = { orderId: string; judged: Omit<DecisionInput, 'policy'>; decision: Decision };

type Verdict = { outcome: Decision['outcome']; effectiveDate: PlainDate | null; codes: readonly RejectionCode[] };

/** How a decision would differ under another policy. */
export type PolicyDifference = { orderId: string; before: Verdict; after: Verdict };

/** Decides an order again, on the facts of its day, under another policy; undefined when the verdict is the same. Throws for facts that were stored in a form that is no longer known. */
export function replayDecision({ orderId, judged, decision }: Decided, policy: Policy): PolicyDifference | undefined {
  const before = verdictOf(decision);
  const after = verdictOf(decide({ ...judged, policy }));
  return JSON.stringify(before) === JSON.stringify(after) ? undefined : { orderId, before, after };
}

const verdictOf = ({ outcome, effectiveDate, rejections }: Decision): Verdict => ({
  outcome,
  effectiveDate,
  codes: rejections.map(({ code }) => code).sort(),
});
