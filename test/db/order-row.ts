import { randomUUID } from 'node:crypto';
import type { insertOrder } from '../../db/orders.ts';

type NewOrder = Parameters<typeof insertOrder>[1];

/** An accepted order of Hana's for one more agent, as deciding writes it; a test states only what matters to it. */
export const orderRow = (fields: Partial<NewOrder> = {}): NewOrder => ({
  tenant: 'acme',
  id: randomUUID(),
  accountId: 'acc-hana',
  subscriptionId: 'sub-hana-av',
  type: 'changeQuantity',
  state: 'inProgress',
  request: { type: 'changeQuantity', subscriptionId: 'sub-hana-av', quantity: 6, expectedCurrentQuantity: 5 },
  requestHash: 'hash-of-the-request',
  submittedBy: 'hana',
  submittedRole: 'customer',
  submittedAt: new Date('2026-11-24T09:00:00Z'),
  decision: {
    outcome: 'accepted',
    policy: { id: 'managed-security', version: 1 },
    decisionDate: '2026-11-24',
    effectiveDate: '2026-11-24',
    rejections: [],
    smallestChange: null,
    trace: [],
  },
  decidedState: 'inProgress',
  decidedAt: new Date('2026-11-24T09:00:01Z'),
  decisionDate: '2026-11-24',
  effectiveDate: '2026-11-24',
  previousQuantity: 5,
  ...fields,
});

/** The fields of an order whose outcome waits to be seen. */
export const awaiting = {
  state: 'completed',
  acknowledgement: 'awaiting',
  notice: { title: 'Quantity changed', text: 'From 5 agents to 6 agents.' },
  noticeHash: 'hash-of-the-notice',
  finishedAt: new Date('2026-11-24T09:00:05Z'),
} as const satisfies Partial<NewOrder>;
