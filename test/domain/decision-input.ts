import type { Plan, Product, Sku } from '../../domain/catalogue.ts';
import { type Decision, decide } from '../../domain/decide.ts';
import type { Facts } from '../../domain/facts.ts';
import type { ChangeQuantity } from '../../domain/order-types/change-quantity.ts';
import type { OrderRequest } from '../../domain/order-types.ts';
import type { PendingChange } from '../../domain/pending/pending-change.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { ruleInputOf } from '../../domain/rule-input.ts';
import type { PolicyRules } from '../../domain/rules/policy-rules.ts';
import type { DecisionInput, Moment, Rule, RuleInput, RuleResult } from '../../domain/rules/rule.ts';
import type { Subscription } from '../../domain/subscription.ts';
import { managedSecurity } from './products/managed-security.ts';
import type { Sample } from './products/sample.ts';

type Unaddressed<R> = R extends OrderRequest ? Omit<R, 'subscriptionId'> : never;

/** A change of quantity unless it says otherwise; what a test does not state is plausible. */
export type GivenOrder =
  | (Partial<ChangeQuantity> & { type?: 'changeQuantity' })
  | Unaddressed<Exclude<OrderRequest, ChangeQuantity>>;

export type Given = {
  /** S0's product when absent. */
  of?: Sample;
  order?: GivenOrder;
  subscription?: Partial<Subscription>;
  product?: Partial<Product>;
  /** Of the subscription's plan, and of its SKU. */
  plan?: Partial<Plan>;
  sku?: Partial<Sku>;
  /** All that the policy names; the sample's own when absent. */
  rules?: PolicyRules;
  facts?: Partial<Facts>;
  today?: PlainDate;
  moment?: Moment;
};

/** Every rule a policy can name. */
export const everyRule: PolicyRules = {
  contactEmailRequired: {},
  acknowledgementGate: { after: 'everyOrder' },
  coolingOff: { days: 14 },
  skuQuantityRange: {},
  notBelowAssignedQuantity: {},
  trialLock: {},
  endOfLifeLock: {},
  compositionApproval: {},
  oneSubscriptionPerAccount: {},
  monthlyDecrease: { notInMonthOf: ['firstOrder', 'increase'] },
  terminationNeedsPayment: {},
  annualTermFromNextMonth: {},
  renewalWindow: { closes: 'atBilling' },
  timing: {
    monthly: { increase: 'immediately', decrease: 'nextMonth', termChange: 'nextMonth', cancel: 'nextMonth' },
    annual: { increase: 'immediately', decrease: 'nextPeriod', termChange: 'nextPeriod', cancel: 'nextPeriod' },
  },
  boughtThroughPartner: {},
};

const nothingKnown: Facts = {
  role: 'customer',
  orderAtWork: null,
  unacknowledgedOrders: [],
  pendingChanges: [],
  withdrawnByCancellation: [],
  lastIncreaseDate: null,
  billingPeriods: [],
  lastCancellationDate: null,
  activatedSubscriptions: [],
};

const ordered = (given: GivenOrder, quantity: number): OrderRequest =>
  ({
    ...(given.type === 'purchase' ? {} : { subscriptionId: 'sub-1' }),
    contactEmail: 'hana@hanafoods.example',
    ...(isChangeQuantity(given) && { quantity: quantity + 1, expectedCurrentQuantity: quantity }),
    ...given,
    type: given.type ?? 'changeQuantity',
  }) as OrderRequest;

const isChangeQuantity = ({ type = 'changeQuantity' }: GivenOrder): boolean => type === 'changeQuantity';

/** A decision to be made: of S0's example, five agents in use and one more wanted. A test states only what matters to it. */
export function decisionInput(given: Given = {}): DecisionInput {
  const { of: sample = managedSecurity, today = '2026-03-15', rules = sample.policy.rules, moment } = given;
  const subscription = { ...sample.subscription, ...given.subscription };
  const product = { ...sample.product, ...given.product };
  return {
    order: ordered(given.order ?? {}, subscription.quantity),
    subscription,
    product: {
      ...product,
      plans: product.plans.map((one) => (one.id === subscription.planId ? { ...one, ...given.plan } : one)),
      skus: product.skus.map((one) => (one.id === subscription.skuId ? { ...one, ...given.sku } : one)),
    },
    policy: { ...sample.policy, rules },
    facts: { ...nothingKnown, ...given.facts },
    today,
    ...(moment && { moment }),
  };
}

/** What the rules are asked about it. */
export const ruleInput = (given: Given = {}): RuleInput => ruleInputOf(decisionInput(given));

/** What one rule alone finds. */
export const checked = (rule: Rule, given: Given = {}): RuleResult => rule.check(ruleInput(given));

/** What one rule alone says: `passes`, or the code of its rejection. */
export const verdict = (rule: Rule, given: Given = {}): string => checked(rule, given).failure?.code ?? 'passes';

/** An order that was accepted and has not taken effect; decided on the day before unless it says otherwise. */
export const pendingChange = (
  orderId: string,
  effectiveDate: PlainDate,
  order: GivenOrder,
  decisionDate: PlainDate = effectiveDate,
): PendingChange => ({ orderId, order: ordered(order, 20), decisionDate, effectiveDate });

/** What a decision comes to, in one line: `accepted from <date>`, or the codes of its rejections. */
export const summary = ({ outcome, effectiveDate, rejections }: Decision): string =>
  outcome === 'accepted' ? `accepted from ${effectiveDate}` : rejections.map(({ code }) => code).join(', ');

/** Every rule that rejects it, by its code; none when it is accepted. */
export const codes = (given: Given = {}): string[] => decide(decisionInput(given)).rejections.map(({ code }) => code);
