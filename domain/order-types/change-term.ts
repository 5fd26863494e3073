import { partsEffectDate } from '../calendar/effect-date.ts';
import type { Term } from '../catalogue.ts';
import type { OrderFields } from './common.ts';
import type { OrderTypeDescription } from './description.ts';
import { partSteps } from './part-steps.ts';

/** R16: to annual at any time; to monthly in the renewal window. */
export type ChangeTerm = OrderFields & { type: 'changeTerm'; term: Term };

export const changeTerm: OrderTypeDescription<ChangeTerm> = {
  type: 'changeTerm',
  orderableBy: ['customer', 'partner', 'operator'],
  from: ['active'],
  modifies: true,
  requested: ({ term }) => ({ term }),
  rules: [],
  effectiveDate: (input) => partsEffectDate(input.requested, input),
  effect: () => ({}),
  examples({ subscription: { id, term }, contactEmail }) {
    const other = term === 'monthly' ? 'annual' : 'monthly';
    const order = { type: 'changeTerm' as const, subscriptionId: id, term: other, contactEmail } as const;
    return [{ action: other === 'annual' ? 'changeToAnnual' : 'changeToMonthly', order }];
  },
  reversedBy: ({ subscriptionId, contactEmail }, { term }) => ({
    type: 'changeTerm',
    subscriptionId,
    term,
    contactEmail,
  }),
  steps: (order, change) => partSteps(changeTerm.requested(order), change),
  words: {
    ordered: ({ order }) => `Change to ${order.term} service`,
    completed: ({ order, product, effectiveDate }) => ({
      title: 'Term changed',
      text: `${product.name} changed to ${order.term} service, effective ${effectiveDate}.`,
    }),
    failed: ({ order, product, before }) => ({
      title: 'Term not changed',
      text: `${product.name} could not be changed to ${order.term} service. It is still ${before.term}.`,
    }),
  },
};
