import { randomUUID } from 'node:crypto';
import type { insertOrder } from '../../db/orders.ts';
import type { Facts } from '../../domain/facts.ts';
import { product, subscription } from '../support/contract.ts';

type NewOrder = Parameters<typeof insertOrder>[1];

const facts: Facts = {
  role: 'customer',
  orderAtWork: null,
  unacknowledgedOrders: [],
  pendingChanges: [],
  withdrawnByCancellation: [],
  lastIncreaseDate: null,
  billingPeriods: [],
  lastCancellationDate: null,
  activatedSubscriptions: [],
};

/** An accepted order of Hana's for one more agent, as deciding writes it; a test states only what matters to it. */
export const orderRow = (fields: Partial<NewOrder> = {}): NewOrder => ({
  tenant: 'acme',
  id: randomUUID(),
  accountId: 'acc-hana',
  subscriptionId: 'sub-hana-av',
  productId: 'anti-virus',
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
    acceptedUntil: null,
    rejections: [],
    smallestChange: null,
    suggestedOrder: null,
    pendingChanges: [],
    trace: [],
  },
  decidedState: 'inProgress',
  decidedAt: new Date('2026-11-24T09:00:01Z'),
  decisionDate: '2026-11-24',
  effectiveDate: '2026-11-24',
  judged: { subscription, product, facts, today: '2026-11-24' },
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
