import { randomUUID } from 'node:crypto';
import type { ChangeQuantity } from '../../domain/order-types/change-quantity.ts';
import type { OrderInput } from '../../workflows/messages.ts';

/** What starts the workflow of an order by Hana for one more agent, unless said otherwise. */
export const orderInput = (fields: Partial<ChangeQuantity> = {}): OrderInput => ({
  tenant: 'acme',
  orderId: randomUUID(),
  accountId: 'acc-hana',
  request: {
    type: 'changeQuantity',
    subscriptionId: 'sub-hana-av',
    quantity: 6,
    expectedCurrentQuantity: 5,
    contactEmail: 'hana@hanafoods.example',
    ...fields,
  },
  requestHash: 'hash-of-the-request',
  vendor: 'managed-security',
  submittedBy: { subject: 'hana', role: 'customer' },
  submittedAt: '2026-11-24T09:00:00.000Z',
});
