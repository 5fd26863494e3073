import { effectDate } from '../calendar/effect-date.ts';
import { currentMonthPaid, endedAtOnceByOperator } from '../rules/cancel-rules.ts';
import type { OrderFields } from './common.ts';
import type { OrderTypeDescription } from './description.ts';

/** Ends the subscription: where a term binds it, at the term's end (R21). */
export type Cancel = OrderFields & {
  type: 'cancel';
  /** An operator's override: at once, whatever the contract says; `note` gives the reason. */
  immediately?: boolean | undefined;
};

export const cancel: OrderTypeDescription<Cancel> = {
  type: 'cancel',
  orderableBy: ['customer', 'partner', 'operator'],
  from: ['pendingActivation', 'active', 'suspended'],
  modifies: false,
  requested: () => ({}),
  rules: [currentMonthPaid, endedAtOnceByOperator],
  effectiveDate: (input) => (input.order.immediately === true ? input.date : effectDate('cancel', input)),
  effect: () => ({ state: 'terminated', suspendedUntil: null }),
  examples: ({ subscription: { id }, contactEmail }) => [
    { action: 'cancel', order: { type: 'cancel', subscriptionId: id, contactEmail } },
  ],
  // While it is pending it can be undone; what has ended is bought anew.
  reversedBy: () => undefined,
  steps: () => [{ name: 'terminate', does: { operation: 'terminate' }, undoes: null }],
  words: {
    ordered: ({ product }) => `Cancel ${product.name}`,
    completed: ({ product, effectiveDate }) => ({
      title: 'Subscription cancelled',
      text: `${product.name} is cancelled, effective ${effectiveDate}.`,
    }),
    failed: ({ product }) => ({
      title: 'Subscription not cancelled',
      text: `${product.name} could not be cancelled. It goes on as before.`,
    }),
  },
};
