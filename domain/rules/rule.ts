import type { Product, Sku } from '../catalogue.ts';
import type { OrderRequest, OrderType } from '../order-types.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Policy } from '../policy.ts';
import type { RejectionCode } from '../rejections.ts';
import type { Role } from '../role.ts';
import type { Subscription } from '../subscription.ts';
import type { PolicyRuleName } from './policy-rules.ts';

/** What the rules may know beside the order itself; all of it is read in the deciding transaction. */
export type Facts = {
  /** The order now at work on the subscription, if any. */
  orderAtWork: string | null;
  /** Finished orders of the subscription whose outcome nobody has acknowledged, oldest first. */
  unacknowledgedOrders: readonly { id: string; type: OrderType }[];
  /** Who places the order. */
  role: Role;
};

/** Everything one decision looks at. `today` is the date in the product's business time zone. */
export type DecisionInput<R extends OrderRequest = OrderRequest> = {
  order: R;
  subscription: Subscription;
  product: Product;
  sku: Sku;
  policy: Policy;
  facts: Facts;
  today: PlainDate;
};

/** A fact a rule looked at, kept in the trace. */
export type TraceValue = string | number | boolean | null | readonly string[];

/** A change of the order's own fields, smallest that would satisfy a rule. */
export type OrderPatch = { readonly [field: string]: string | number | boolean };

export type RuleResult = {
  inputs: { readonly [name: string]: TraceValue };
  failure?:
    | {
        code: RejectionCode;
        /** Inclusive dates between which the same order would pass this rule; null when no date alone changes the verdict. */
        eligibleFrom: PlainDate | null;
        eligibleUntil: PlainDate | null;
        /** The smallest change of the order that would pass this rule; null when no change of the order would. */
        smallestChange: OrderPatch | null;
      }
    | undefined;
};

/** One clause of the contract as a pure function. It never throws. */
export type Rule<R extends OrderRequest = OrderRequest> = {
  name: string;
  /** The entry of the rule catalogue it stands for, or `system` for what the order life cycle itself demands. */
  source: `R${number}` | 'system';
  /** The contract's sentence, shown to people. */
  sentence: string;
  /** `onDecision`: judged on the decision date only. `alsoAtEffect`: judged again on a later effective date. */
  applies: 'onDecision' | 'alsoAtEffect';
  /** The policy entry that switches the rule on; null for rules that bind every product. */
  namedInPolicyAs: PolicyRuleName | null;
  check(input: DecisionInput<R>): RuleResult;
};

/** A failed check that only a change of the order's own fields (or nothing) would cure. */
export function failed(
  code: RejectionCode,
  inputs: RuleResult['inputs'],
  smallestChange: OrderPatch | null = null,
): RuleResult {
  return { inputs, failure: { code, eligibleFrom: null, eligibleUntil: null, smallestChange } };
}
