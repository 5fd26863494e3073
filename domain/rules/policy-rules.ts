import type { Term } from '../catalogue.ts';

/** From when a change holds: the day itself, the first of the next month, or the first day of the next service period. */
export const effectTimings = ['immediately', 'nextMonth', 'nextPeriod'] as const;
export type EffectTiming = (typeof effectTimings)[number];

/** Kinds of change that a policy may time. */
export const timedChanges = ['increase', 'decrease', 'termChange', 'cancel'] as const;
export type TimedChange = (typeof timedChanges)[number];

/** The rules a policy may name, each with its parameters. A rule that is not named does not bind. */
export type PolicyRules = {
  /** R2: each order carries the contact e-mail address. */
  contactEmailRequired?: Record<string, never> | undefined;
  /** R3, R4: an outcome that nobody has acknowledged holds back the next order: after every order, or after a cancellation only. */
  acknowledgementGate?: { after: 'everyOrder' | 'cancel' } | undefined;
  /** R4: after a cancellation the account cannot buy the product again for so many days. */
  coolingOff?: { days: number } | undefined;
  /** R5: the total stays within the SKU's minimum and maximum and its step. */
  skuQuantityRange?: Record<string, never> | undefined;
  /** R6: a decrease does not go below the units in use at the vendor. */
  notBelowAssignedQuantity?: Record<string, never> | undefined;
  /** R8: a trial licence is not modified. */
  trialLock?: Record<string, never> | undefined;
  /** R8: a subscription whose plan has reached End of Life is not modified. */
  endOfLifeLock?: Record<string, never> | undefined;
  /** R9: after a suite composition change nothing is modified until the partner has approved it. */
  compositionApproval?: Record<string, never> | undefined;
  /** R12: an account holds one subscription to the product, so that its agents stay with one vendor account. */
  oneSubscriptionPerAccount?: Record<string, never> | undefined;
  /** R14: no decrease of a monthly subscription in the month of its first order, or of an increase. */
  monthlyDecrease?: { notInMonthOf: readonly ('firstOrder' | 'increase')[] } | undefined;
  /** R15: a monthly subscription is terminated only when its current month is paid. */
  terminationNeedsPayment?: Record<string, never> | undefined;
  /** R17: an annual term starts on the first day of the month after the order. */
  annualTermFromNextMonth?: Record<string, never> | undefined;
  /** R16, R18–R20: annual terms are reduced, or become monthly, only in their last month, and until the next period is billed or begins. */
  renewalWindow?: { closes: 'atBilling' | 'atNextPeriod' } | undefined;
  /** R21, R22: when changes take effect. Everything that is not named takes effect at once. */
  timing?:
    | { readonly [T in Term]?: { readonly [C in TimedChange]?: EffectTiming | undefined } | undefined }
    | undefined;
  /** R25: what was bought through a partner is changed through the partner. */
  boughtThroughPartner?: Record<string, never> | undefined;
};

export type PolicyRuleName = keyof PolicyRules;
