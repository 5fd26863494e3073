import { cancellationPending, undoneAtOnce } from '../rules/cancel-rules.ts';
import type { OrderFields } from './common.ts';
import type { OrderTypeDescription } from './description.ts';

/** Takes a pending cancellation back, and brings back the changes that it withdrew. */
export type UndoCancel = OrderFields & { type: 'undoCancel' };

export const undoCancel: OrderTypeDescription<UndoCancel> = {
  type: 'undoCancel',
  orderableBy: ['customer', 'partner', 'operator'],
  from: ['pendingActivation', 'active', 'suspended'],
  modifies: false,
  requested: () => ({}),
  rules: [undoneAtOnce, cancellationPending],
  effectiveDate: ({ date }) => date,
  effect: () => ({}),
  examples: ({ subscription: { id }, contactEmail }) => [
    { action: 'undoCancel', order: { type: 'undoCancel', subscriptionId: id, contactEmail } },
  ],
  reversedBy: ({ subscriptionId, contactEmail }) => ({ type: 'cancel', subscriptionId, contactEmail }),
  // A pending cancellation has not reached the vendor.
  steps: () => [],
  words: {
    ordered: ({ product }) => `Undo the cancellation of ${product.name}`,
    completed: ({ product }) => ({
      title: 'Cancellation undone',
      text: `${product.name} goes on. What its cancellation had withdrawn is pending again.`,
    }),
    failed: ({ product }) => ({
      title: 'Cancellation not undone',
      text: `The cancellation of ${product.name} could not be undone.`,
    }),
  },
};
