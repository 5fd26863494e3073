import { dayAfter, periodFrom } from '../calendar/service-period.ts';
import { renewalOpen } from '../rules/renewal-open.ts';
import type { OrderFields } from './common.ts';
import type { OrderTypeDescription } from './description.ts';
import { listed } from './part-steps.ts';

/** Goes on for another service period when the present one ends, with the changes that are pending for that day. */
export type Renew = OrderFields & { type: 'renew' };

export const renew: OrderTypeDescription<Renew> = {
  type: 'renew',
  orderableBy: ['customer', 'partner', 'operator', 'machine'],
  from: ['active', 'suspended'],
  modifies: false,
  requested: () => ({}),
  rules: [renewalOpen],
  // The boundary, also where the order comes days after it: a late renewal does not shift the term.
  effectiveDate: ({ subscription }) => dayAfter(subscription.servicePeriod),
  effect({ subscription, effectiveDate }) {
    // It may have been renewed by itself by then.
    if (subscription.servicePeriod.end >= effectiveDate) return {};
    const term = subscription.autoRenewal.frequency;
    const servicePeriod = periodFrom(term, dayAfter(subscription.servicePeriod));
    return { term, servicePeriod, ...(subscription.expirationDate !== null && { expirationDate: servicePeriod.end }) };
  },
  examples: ({ subscription: { id }, contactEmail }) => [
    { action: 'renew', order: { type: 'renew', subscriptionId: id, contactEmail } },
  ],
  reversedBy: ({ subscriptionId, contactEmail }) => ({ type: 'cancel', subscriptionId, contactEmail }),
  steps(_order, { after: { term, servicePeriod, planId, quantity, options } }) {
    const does = { operation: 'renew' as const, term, servicePeriod, planId, quantity, options: listed(options) };
    return [{ name: 'renew', does, undoes: null }];
  },
  words: {
    ordered: ({ product }) => `Renew ${product.name}`,
    completed: ({ product, effectiveDate }) => ({
      title: 'Subscription renewed',
      text: `${product.name} goes on for another term from ${effectiveDate}.`,
    }),
    failed: ({ product, before }) => ({
      title: 'Subscription not renewed',
      text: `${product.name} could not be renewed. Its service period ends on ${before.servicePeriod.end}.`,
    }),
  },
};
