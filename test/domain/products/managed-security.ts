import type { Product } from '../../../domain/catalogue.ts';
import { plan, policy, type Sample, subscriptionTo } from './sample.ts';

const product: Product = {
  id: 'anti-virus',
  name: 'Managed Anti-Virus',
  vendor: 'managed-security',
  vendorLeadDays: 0,
  timeZone: 'Asia/Tokyo',
  policyId: 'managed-security',
  unit: { one: 'agent', many: 'agents' },
  terms: ['monthly'],
  activationPolicy: 'automatic',
  settings: [],
  plans: [plan('anti-virus-standard', { name: 'Standard' })],
  skus: [
    {
      id: 'agent',
      planId: 'anti-virus-standard',
      name: 'Agent',
      minimumQuantity: null,
      maximumQuantity: null,
      quantityStep: 1,
    },
  ],
  options: [],
};

/** S0: five agents in use, the manual's own example. */
export const managedSecurity: Sample = {
  product,
  policy: policy('managed-security', {
    contactEmailRequired: {},
    acknowledgementGate: { after: 'everyOrder' },
    coolingOff: { days: 14 },
  }),
  subscription: subscriptionTo(product, { quantity: 5 }),
};
