import type { Plan, Product, Sku } from '../catalogue.ts';
import type { Facts } from '../facts.ts';
import type { OrderRequest } from '../order-types.ts';
import type { PendingEffect } from '../pending/pending-effects.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Policy } from '../policy.ts';
import type { RejectionCode } from '../rejections.ts';
import type { Part, RequestedChange } from '../requested-change.ts';
import type { Subscription } from '../subscription.ts';
import type { PolicyRuleName } from './policy-rules.ts';

/**
 * When an order is judged: as it comes in; in full on its decision date, where that is a later day; once more on a later
 * effective date, by what may still stand in its way then.
 */
export type Moment = 'submission' | 'decisionDate' | 'effect';

/** Everything one decision looks at. `today` is the date in the product's business time zone. */
export type DecisionInput<R extends OrderRequest = OrderRequest> = {
  order: R;
  /** As it is today; for a purchase, as it is before anything of it is there. */
  subscription: Subscription;
  product: Product;
  policy: Policy;
  facts: Facts;
  today: PlainDate;
  /** `submission` when absent. */
  moment?: Moment | undefined;
};

/** What a rule is asked: whether the order may be carried out on a date. */
export type RuleInput<R extends OrderRequest = OrderRequest> = {
  order: R;
  requested: RequestedChange;
  /** The date asked about: the decision date, or at the moment of effect that day. */
  date: PlainDate;
  today: PlainDate;
  moment: Moment;
  /** As it will be on the date, after the pending changes and renewals due until then. */
  subscription: Subscription;
  /** As it is today. */
  current: Subscription;
  product: Product;
  /** The subscription's plan and SKU on the date; undefined where the catalogue lacks them. */
  plan: Plan | undefined;
  sku: Sku | undefined;
  policy: Policy;
  /** `pendingChanges` are those still pending on the date; all else is as known today. */
  facts: Facts;
  /** The date from which the change would hold. */
  effectiveDate: PlainDate;
  /** What the order would do to each of `facts.pendingChanges`. */
  pendingEffects: readonly PendingEffect[];
};

/** A fact a rule looked at, kept in the trace. */
export type TraceValue = string | number | boolean | null | readonly string[];

/** A change of the order's own fields, smallest that would satisfy a rule. */
export type OrderPatch = { readonly [field: string]: string | number | boolean };

export type Failure = {
  code: RejectionCode;
  /** Inclusive dates between which the same order would pass this rule; null when no date alone changes the verdict. */
  eligibleFrom: PlainDate | null;
  eligibleUntil: PlainDate | null;
  /** The smallest change of the order that would pass this rule; null when no change of the order would. */
  smallestChange: OrderPatch | null;
  /** Another order that reaches what the person wants, where the contract knows one. */
  alternative?: OrderRequest | undefined;
};

export type RuleResult = {
  inputs: { readonly [name: string]: TraceValue };
  failure?: Failure | undefined;
  /** Of a passed rule: the last date on which it passes, where a date ends it. */
  passesUntil?: PlainDate | undefined;
};

/** One clause of the contract as a pure function. It never throws. */
export type Rule<R extends OrderRequest = OrderRequest> = {
  name: string;
  /** The entry of the rule catalogue it stands for, or `system` for what the order life cycle itself demands. */
  source: `R${number}` | 'system';
  /** The contract's sentence, shown to people. */
  sentence: string;
  /**
   * `atSubmission`: when the order comes in, and never again. `onDecisionDate`: also in full on a later decision date.
   * `alsoAtEffect`: again on a later effective date.
   */
  judged: 'atSubmission' | 'onDecisionDate' | 'alsoAtEffect';
  /** The policy entry that switches the rule on; null for rules that bind every product. */
  namedInPolicyAs: PolicyRuleName | null;
  /** Judged only where the order asks for this part; absent: for the whole order. */
  part?: Part | undefined;
  check(input: RuleInput<R>): RuleResult;
};

/** A failed check that only a change of the order's own fields (or nothing) would cure. */
export function failed(
  code: RejectionCode,
  inputs: RuleResult['inputs'],
  smallestChange: OrderPatch | null = null,
): RuleResult {
  return { inputs, failure: { code, eligibleFrom: null, eligibleUntil: null, smallestChange } };
}

/** A failed check that a later date cures. Dates are inclusive; `eligibleUntil` null when no end is known. */
export function failedUntil(
  code: RejectionCode,
  inputs: RuleResult['inputs'],
  eligibleFrom: PlainDate,
  eligibleUntil: PlainDate | null = null,
): RuleResult {
  return { inputs, failure: { code, eligibleFrom, eligibleUntil, smallestChange: null } };
}
