import type { Product } from '../../../domain/catalogue.ts';
import { plan, policy, type Sample, subscriptionTo } from './sample.ts';

const product: Product = {
  id: 'groupware',
  name: 'Groupware',
  vendor: 'groupware',
  vendorLeadDays: 0,
  timeZone: 'Asia/Tokyo',
  policyId: 'groupware',
  unit: { one: 'user', many: 'users' },
  terms: ['monthly', 'annual'],
  activationPolicy: 'automatic',
  settings: [],
  plans: [plan('groupware-standard', { name: 'Standard' })],
  skus: [
    {
      id: 'users',
      planId: 'groupware-standard',
      name: 'Users',
      minimumQuantity: null,
      maximumQuantity: null,
      quantityStep: 1,
    },
  ],
  options: [
    { id: 'mail', name: 'Mail', planIds: ['groupware-standard'], requires: [], maximumQuantity: null },
    { id: 'archive', name: 'Archive', planIds: ['groupware-standard'], requires: ['mail'], maximumQuantity: null },
  ],
};

const contract = policy('groupware', {
  monthlyDecrease: { notInMonthOf: ['firstOrder', 'increase'] },
  terminationNeedsPayment: {},
  annualTermFromNextMonth: {},
  renewalWindow: { closes: 'atBilling' },
  timing: {
    monthly: { increase: 'immediately', decrease: 'nextMonth', termChange: 'nextMonth', cancel: 'nextMonth' },
    annual: { increase: 'immediately', decrease: 'nextPeriod', termChange: 'nextPeriod', cancel: 'nextPeriod' },
  },
});

/** S4: 20 users and 10 of an option, by the month, ordered long ago. */
export const groupwareMonthly: Sample = {
  product,
  policy: contract,
  subscription: subscriptionTo(product, { quantity: 20, options: { mail: 10 } }),
};

/** S4's example: 20 users, service period January 1 to December 31. */
export const groupwareAnnual: Sample = {
  product,
  policy: contract,
  subscription: subscriptionTo(product, {
    quantity: 20,
    options: { mail: 10 },
    term: 'annual',
    servicePeriod: { start: '2026-01-01', end: '2026-12-31' },
  }),
};
