import type { Product, Sku } from '../../../domain/catalogue.ts';
import { plan, policy, type Sample, subscriptionTo } from './sample.ts';

const sku = (planId: string, given: Partial<Sku> = {}): Sku => ({
  id: `${planId}-units`,
  planId,
  name: 'Units',
  minimumQuantity: 2,
  maximumQuantity: 250,
  quantityStep: 1,
  ...given,
});

const product: Product = {
  id: 'worry-free',
  name: 'Worry-Free Business Security Services',
  vendor: 'worry-free',
  vendorLeadDays: 1,
  timeZone: 'America/Chicago',
  policyId: 'worry-free',
  unit: { one: 'unit', many: 'units' },
  terms: ['monthly', 'annual'],
  activationPolicy: 'automatic',
  settings: ['unitsPerLicence', 'expirationDate', 'autoRenewal', 'expirationNotificationDays', 'managed'],
  plans: [
    plan('standard', { name: 'Standard', level: 1 }),
    plan('advanced', { name: 'Advanced', level: 2 }),
    plan('suite', { name: 'Suite', level: 3 }),
  ],
  skus: [sku('standard'), sku('advanced'), sku('suite', { minimumQuantity: 5 })],
  options: [
    { id: 'encryption', name: 'Encryption', planIds: ['advanced', 'suite'], requires: [], maximumQuantity: 1 },
    { id: 'mobile', name: 'Mobile', planIds: ['standard', 'advanced', 'suite'], requires: [], maximumQuantity: null },
    {
      id: 'mobile-plus',
      name: 'Mobile Plus',
      planIds: ['advanced', 'suite'],
      requires: ['mobile'],
      maximumQuantity: 9,
    },
  ],
};

const rules = { trialLock: {}, endOfLifeLock: {}, compositionApproval: {}, skuQuantityRange: {} };

/** S2, S3: an activated account with 20 units of the lowest of three service plans, bought through a partner. */
export const worryFree: Sample = {
  product,
  policy: policy('worry-free', rules),
  subscription: subscriptionTo(product, {
    quantity: 20,
    term: 'annual',
    servicePeriod: { start: '2026-01-01', end: '2026-12-31' },
    expirationDate: '2026-12-31',
    expirationNotificationDays: 30,
    unitsPerLicence: 4,
  }),
};

const onPremiseProduct: Product = {
  ...product,
  id: 'server-protection',
  name: 'Server Protection',
  activationPolicy: 'onPremise',
  plans: [plan('server-standard', { name: 'Standard' })],
  skus: [sku('server-standard')],
  options: [],
};

/** S3's last row: activated with its code only. */
export const onPremise: Sample = {
  product: onPremiseProduct,
  policy: policy('worry-free', rules),
  subscription: subscriptionTo(onPremiseProduct, { quantity: 20 }),
};
