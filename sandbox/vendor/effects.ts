import type { Operation, Subscription } from './operation.ts';

/** The subscription after the operation. */
export function effect(subscription: Subscription, operation: Operation): Subscription {
  switch (operation.operation) {
    case 'changeQuantity':
      return { ...subscription, quantity: operation.quantity };
  }
}
