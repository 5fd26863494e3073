import type { OrderRow } from '../../db/orders.ts';
import { Problem } from '../problem.ts';
import { sendable } from './order-body.ts';

/** What a rejected order answers: the first failed rule gives it its code; all of them, and how to pass, stand beside it. */
export function rejectionProblem(order: OrderRow, supportContact: string): Problem {
  const { rejections, smallestChange, suggestedOrder } = order.decision;
  const { pendingChanges } = order.judged.facts;
  const [first] = rejections;
  if (!first) throw new Error(`Order ${order.id} is rejected by no rule`);
  return new Problem(first.code, {
    detail: first.sentence,
    instance: `/v1/orders/${order.id}`,
    orderId: order.id,
    eligibleFrom: first.eligibleFrom,
    eligibleUntil: first.eligibleUntil,
    smallestChange,
    suggestedOrder: sendable(suggestedOrder),
    // What a person decides about who is asked to consent, to wait or to take something back.
    ...(pendingChanges.length > 0 && {
      pendingChanges: pendingChanges.map(({ orderId, order: { type }, effectiveDate }) => ({
        orderId,
        type,
        effectiveDate,
      })),
    }),
    reasons: rejections,
    supportContact,
    headers: { Location: `/v1/orders/${order.id}` },
  });
}
