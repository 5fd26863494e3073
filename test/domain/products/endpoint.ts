import type { Product } from '../../../domain/catalogue.ts';
import { plan, policy, type Sample, subscriptionTo } from './sample.ts';

const product: Product = {
  id: 'endpoint',
  name: 'Endpoint Security',
  vendor: 'endpoint',
  vendorLeadDays: 0,
  timeZone: 'Europe/Athens',
  policyId: 'endpoint',
  unit: { one: 'seat', many: 'seats' },
  terms: ['monthly'],
  activationPolicy: 'saasWithCode',
  settings: [],
  plans: [plan('endpoint-standard', { name: 'Standard' })],
  skus: [
    {
      id: 'seats-10-499',
      planId: 'endpoint-standard',
      name: '10 to 499 seats',
      minimumQuantity: 10,
      maximumQuantity: 499,
      quantityStep: 1,
    },
  ],
  options: [],
};

/** S1: 25 seats of a SKU with a minimum of 10, of which 17 are in use. */
export const endpoint: Sample = {
  product,
  policy: policy('endpoint', { skuQuantityRange: {}, notBelowAssignedQuantity: {} }),
  subscription: subscriptionTo(product, { quantity: 25, assignedQuantity: 17 }),
};
