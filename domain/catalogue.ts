import type { PlainDate } from './plain-date.ts';

/** How long a service period lasts, and how often it is renewed. */
export const terms = ['monthly', 'annual'] as const;
export type Term = (typeof terms)[number];

/**
 * R13, S3's table. `automatic`: a service without activation code, activated when the customer first logs on or on a
 * date. `saasWithCode`: a service activated with its code. `onPremise`: activated with its code, never through the platform.
 */
export const activationPolicies = ['automatic', 'saasWithCode', 'onPremise'] as const;
export type ActivationPolicy = (typeof activationPolicies)[number];

/** Settings of a licence that a product may offer (R11), beside its plans and options. */
export const settings = [
  'unitsPerLicence',
  'expirationDate',
  'autoRenewal',
  'expirationNotificationDays',
  'managed',
] as const;
export type Setting = (typeof settings)[number];

/** A product's service level. Dates are inclusive first days in the product's zone, null when none is announced. */
export type Plan = {
  id: string;
  name: string;
  /** Rank among the product's plans: a change to a higher level is an upgrade. */
  level: number;
  /** From this day on it cannot be bought or changed to. */
  endOfSaleDate: PlainDate | null;
  /** From this day on subscriptions to it are locked where the policy says so (R8). */
  endOfLifeDate: PlainDate | null;
  /** Day of a suite composition change that no partner has approved yet (R9). */
  compositionChangedOn: PlainDate | null;
};

/** A sellable size range of a plan; quantities are licensed units, both bounds inclusive, null = no bound. */
export type Sku = {
  id: string;
  planId: string;
  name: string;
  minimumQuantity: number | null;
  maximumQuantity: number | null;
  /** Totals are multiples of it. */
  quantityStep: number;
};

/** An optional service or add-on, counted in units of its own; `maximumQuantity` 1 makes it on or off. */
export type Option = {
  id: string;
  name: string;
  /** Plans in which it is available. */
  planIds: readonly string[];
  /** Options that must be there too. */
  requires: readonly string[];
  maximumQuantity: number | null;
};

/** What is sold: a product of a vendor, changed under the contract rules of one policy. */
export type Product = {
  id: string;
  name: string;
  /** Whose system is changed; names the task queue `vendor-<vendor>`. */
  vendor: string;
  /** Days before a boundary by which the vendor must have been told, for the change to hold from it. */
  vendorLeadDays: number;
  /** IANA zone in which the contract's dates are meant. */
  timeZone: string;
  policyId: string;
  /** What one licensed unit is called on the screen, singular and plural. */
  unit: { one: string; many: string };
  terms: readonly Term[];
  activationPolicy: ActivationPolicy;
  settings: readonly Setting[];
  plans: readonly Plan[];
  skus: readonly Sku[];
  options: readonly Option[];
};

export const planOf = (product: Product, planId: string): Plan | undefined =>
  product.plans.find(({ id }) => id === planId);

export const skuOf = (product: Product, skuId: string): Sku | undefined => product.skus.find(({ id }) => id === skuId);

export const optionOf = (product: Product, optionId: string): Option | undefined =>
  product.options.find(({ id }) => id === optionId);

/** Whether a SKU's range, bounds and step, holds the total. */
export const holds = ({ minimumQuantity, maximumQuantity, quantityStep }: Sku, quantity: number): boolean =>
  (minimumQuantity === null || quantity >= minimumQuantity) &&
  (maximumQuantity === null || quantity <= maximumQuantity) &&
  quantity % quantityStep === 0;

/** The SKU a subscription gets in a plan: the first whose range holds the total, else the plan's first; undefined when it has none. */
export function skuIn(product: Product, planId: string, quantity: number): Sku | undefined {
  const skus = product.skus.filter((sku) => sku.planId === planId);
  return skus.find((sku) => holds(sku, quantity)) ?? skus[0];
}

/** Where a plan stands in its life on a date. */
export function lifecycleOn(plan: Plan, date: PlainDate): 'active' | 'endOfSale' | 'endOfLife' {
  if (plan.endOfLifeDate !== null && date >= plan.endOfLifeDate) return 'endOfLife';
  return plan.endOfSaleDate !== null && date >= plan.endOfSaleDate ? 'endOfSale' : 'active';
}
