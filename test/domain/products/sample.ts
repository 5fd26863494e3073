import type { Plan, Product } from '../../../domain/catalogue.ts';
import type { Policy } from '../../../domain/policy.ts';
import type { PolicyRules } from '../../../domain/rules/policy-rules.ts';
import type { Subscription } from '../../../domain/subscription.ts';

/** A product of one of the seeds, the policy it names, and a subscription to it. */
export type Sample = { product: Product; policy: Policy; subscription: Subscription };

/** A plan in the middle of its life. */
export const plan = (id: string, given: Partial<Plan> = {}): Plan => ({
  id,
  name: id,
  level: 1,
  endOfSaleDate: null,
  endOfLifeDate: null,
  compositionChangedOn: null,
  ...given,
});

export const policy = (id: string, rules: PolicyRules): Policy => ({
  id,
  version: 3,
  effectiveFrom: '2020-01-01',
  rules,
});

/** An active monthly subscription to the product's first plan, in March 2026. */
export const subscriptionTo = (product: Product, given: Partial<Subscription> = {}): Subscription => ({
  id: 'sub-1',
  accountId: 'acc-1',
  productId: product.id,
  planId: product.plans[0]?.id ?? '',
  skuId: product.skus[0]?.id ?? '',
  quantity: 5,
  assignedQuantity: null,
  options: {},
  term: 'monthly',
  servicePeriod: { start: '2026-03-01', end: '2026-03-31' },
  state: 'active',
  trial: false,
  autoRenewal: { enabled: true, frequency: given.term ?? 'monthly' },
  expirationDate: null,
  expirationNotificationDays: null,
  unitsPerLicence: null,
  managed: false,
  firstOrderDate: '2025-06-10',
  activation: { mode: product.activationPolicy === 'automatic' ? 'firstLogon' : 'code', date: null },
  suspendedUntil: null,
  partnerId: null,
  ...given,
});
