import type { Product } from '../../domain/catalogue.ts';
import type { Subscription } from '../../domain/subscription.ts';

/** The anti-virus of the sample catalogue, as the rules see it. */
export const product: Product = {
  id: 'anti-virus',
  name: 'Managed Host-based Security: Anti-Virus',
  vendor: 'managed-security',
  vendorLeadDays: 0,
  timeZone: 'Asia/Tokyo',
  policyId: 'managed-security',
  unit: { one: 'agent', many: 'agents' },
  terms: ['monthly'],
  activationPolicy: 'automatic',
  settings: [],
  plans: [
    {
      id: 'anti-virus-standard',
      name: 'Standard',
      level: 1,
      endOfSaleDate: null,
      endOfLifeDate: null,
      compositionChangedOn: null,
    },
  ],
  skus: [
    {
      id: 'anti-virus-agent',
      planId: 'anti-virus-standard',
      name: 'Agent',
      minimumQuantity: null,
      maximumQuantity: null,
      quantityStep: 1,
    },
  ],
  options: [],
};

/** Hana's subscription to it, with 5 agents, as it is on 2026-11-24. */
export const subscription: Subscription = {
  id: 'sub-hana-av',
  accountId: 'acc-hana',
  productId: 'anti-virus',
  planId: 'anti-virus-standard',
  skuId: 'anti-virus-agent',
  quantity: 5,
  assignedQuantity: null,
  options: {},
  term: 'monthly',
  servicePeriod: { start: '2026-11-01', end: '2026-11-30' },
  state: 'active',
  trial: false,
  autoRenewal: { enabled: true, frequency: 'monthly' },
  expirationDate: null,
  expirationNotificationDays: null,
  unitsPerLicence: null,
  managed: false,
  firstOrderDate: '2025-09-10',
  activation: { mode: 'firstLogon', date: null },
  suspendedUntil: null,
  partnerId: null,
};
