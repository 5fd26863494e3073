import { activationDue } from '../rules/activation-due.ts';
import type { OrderFields } from './common.ts';
import type { OrderTypeDescription } from './description.ts';

/** R7: lifts a suspension, or activates on its activation date what is to be (R13). Any other first activation is no order but a fact. */
export type Activate = OrderFields & { type: 'activate' };

export const activate: OrderTypeDescription<Activate> = {
  type: 'activate',
  orderableBy: ['operator'],
  from: ['suspended', 'pendingActivation'],
  modifies: false,
  requested: () => ({}),
  rules: [activationDue],
  effectiveDate: ({ date }) => date,
  effect: () => ({ state: 'active', suspendedUntil: null }),
  examples: ({ subscription: { id }, contactEmail }) => [
    { action: 'activate', order: { type: 'activate', subscriptionId: id, contactEmail } },
  ],
  reversedBy: ({ subscriptionId, contactEmail }, { suspendedUntil }) => ({
    type: 'suspend',
    subscriptionId,
    contactEmail,
    ...(suspendedUntil !== null && { until: suspendedUntil }),
  }),
  steps: () => [{ name: 'activate', does: { operation: 'activate' }, undoes: { operation: 'suspend' } }],
  words: {
    ordered: ({ product }) => `Activate ${product.name} again`,
    completed: ({ product, effectiveDate }) => ({
      title: 'Subscription activated',
      text: `${product.name} is active again from ${effectiveDate}.`,
    }),
    failed: ({ product }) => ({
      title: 'Subscription not activated',
      text: `${product.name} could not be activated. It is still suspended.`,
    }),
  },
};
