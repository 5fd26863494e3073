import type { PlainDate } from '../plain-date.ts';
import { suspensionEndAhead } from '../rules/suspension-end.ts';
import type { OrderFields } from './common.ts';
import type { OrderTypeDescription } from './description.ts';

/** R7, R24: a temporary action, until a day or until it is lifted. */
export type Suspend = OrderFields & {
  type: 'suspend';
  /** The day on which the subscription is active again by itself. */
  until?: PlainDate | undefined;
};

const ending = (until: PlainDate | undefined) => (until === undefined ? 'until it is activated' : `until ${until}`);

export const suspend: OrderTypeDescription<Suspend> = {
  type: 'suspend',
  orderableBy: ['operator'],
  from: ['active'],
  modifies: false,
  requested: () => ({}),
  rules: [suspensionEndAhead],
  effectiveDate: ({ date }) => date,
  effect: ({ order }) => ({ state: 'suspended', suspendedUntil: order.until ?? null }),
  examples: ({ subscription: { id }, contactEmail }) => [
    { action: 'suspend', order: { type: 'suspend', subscriptionId: id, contactEmail } },
  ],
  reversedBy: ({ subscriptionId, contactEmail }) => ({ type: 'activate', subscriptionId, contactEmail }),
  steps: () => [{ name: 'suspend', does: { operation: 'suspend' }, undoes: { operation: 'activate' } }],
  words: {
    ordered: ({ order, product }) => `Suspend ${product.name} ${ending(order.until)}`,
    completed: ({ order, product, effectiveDate }) => ({
      title: 'Subscription suspended',
      text: `${product.name} is suspended from ${effectiveDate} ${ending(order.until)}.`,
    }),
    failed: ({ product }) => ({
      title: 'Subscription not suspended',
      text: `${product.name} could not be suspended. It is still active.`,
    }),
  },
};
