import type { ChangeQuantity, ChangeQuantityOrder, Problem, Rejection } from '../../../client/generated/types.gen.ts';
import { ApiFailure } from '../../../web/api/failure.ts';

/** From 5 units to 6. */
export const request: ChangeQuantity = {
  type: 'changeQuantity',
  subscriptionId: 'sub-1',
  quantity: 6,
  expectedCurrentQuantity: 5,
};

type AnOrder = ChangeQuantityOrder & { type: 'changeQuantity' };

/** An accepted order as the API answers it. */
export const anOrder = (change: Partial<AnOrder> = {}): AnOrder => ({
  ...request,
  id: 'order-1',
  state: 'inProgress',
  accountId: 'acc-1',
  previousQuantity: 5,
  submittedAt: '2026-11-24T09:00:00.000Z',
  submittedBy: { subject: 'hana', role: 'customer' },
  decidedAt: '2026-11-24T09:00:00.000Z',
  decision: {
    outcome: 'accepted',
    policy: { id: 'policy-1', version: 1 },
    decisionDate: '2026-11-24',
    effectiveDate: '2026-11-24',
    acceptedUntil: null,
    rejections: [],
    smallestChange: null,
    suggestedOrder: null,
    pendingChanges: [],
    trace: [],
  },
  finishedAt: null,
  failure: null,
  acknowledgement: { state: 'notRequired', notice: null, acknowledgedAt: null, acknowledgedBy: null, channel: null },
  version: 1,
  ...change,
});

/** A failed rule as the API answers it. */
export const aReason = (change: Partial<Rejection>): Rejection => ({
  code: 'NO_CHANGE',
  rule: 'aRule',
  source: 'R1',
  sentence: 'A sentence of the contract.',
  inputs: {},
  eligibleFrom: null,
  eligibleUntil: null,
  smallestChange: null,
  ...change,
});

/** A problem as the API answers it. */
export const aFailure = ({ status = 422, ...problem }: Partial<Problem>): ApiFailure =>
  new ApiFailure({
    status,
    problem: {
      type: 'about:blank',
      title: 'A title',
      status,
      detail: 'A detail',
      code: 'CODE',
      advice: 'An advice',
      ...problem,
    },
  });
