import type { PlainDate } from './plain-date.ts';
import type { PolicyRules } from './rules/policy-rules.ts';

/**
 * The contract of one or more products: a versioned document. A rule binds only where the policy names it, with its
 * parameters; the rules that bind every product (R1) are not listed.
 */
export type Policy = {
  id: string;
  version: number;
  effectiveFrom: PlainDate;
  rules: PolicyRules;
};
