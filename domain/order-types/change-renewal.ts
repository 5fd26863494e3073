import { partsEffectDate } from '../calendar/effect-date.ts';
import type { AutoRenewal } from '../subscription.ts';
import type { OrderFields } from './common.ts';
import type { OrderTypeDescription } from './description.ts';
import { partSteps } from './part-steps.ts';
import { describeParts } from './parts-words.ts';

/** R11: whether it goes on after its service period, and for how long at a time. */
export type ChangeRenewal = OrderFields & { type: 'changeRenewal'; autoRenewal: AutoRenewal };

export const changeRenewal: OrderTypeDescription<ChangeRenewal> = {
  type: 'changeRenewal',
  orderableBy: ['customer', 'partner', 'operator'],
  from: ['active'],
  modifies: true,
  requested: ({ autoRenewal }) => ({ autoRenewal }),
  rules: [],
  effectiveDate: (input) => partsEffectDate(input.requested, input),
  effect: () => ({}),
  examples({ subscription: { id, autoRenewal }, contactEmail }) {
    const order: ChangeRenewal = {
      type: 'changeRenewal',
      subscriptionId: id,
      autoRenewal: { ...autoRenewal, enabled: !autoRenewal.enabled },
      contactEmail,
    };
    return [{ action: autoRenewal.enabled ? 'turnAutoRenewalOff' : 'turnAutoRenewalOn', order }];
  },
  reversedBy: ({ subscriptionId, contactEmail }, { autoRenewal }) => ({
    type: 'changeRenewal',
    subscriptionId,
    autoRenewal,
    contactEmail,
  }),
  steps: (order, change) => partSteps(changeRenewal.requested(order), change),
  words: {
    ordered: ({ order, product }) => `Change the renewal: ${describeParts(changeRenewal.requested(order), product)}`,
    completed: ({ order, product, effectiveDate }) => ({
      title: 'Renewal changed',
      text: `${product.name}, effective ${effectiveDate}: ${describeParts(changeRenewal.requested(order), product)}.`,
    }),
    failed: ({ product }) => ({
      title: 'Renewal not changed',
      text: `The renewal of ${product.name} could not be changed. All is as before.`,
    }),
  },
};
