import type { OrderRow } from '../../db/orders.ts';
import { Problem } from '../problem.ts';

/** What a rejected order answers: the first failed rule gives it its code; all of them, and how to pass, stand beside it. */
export function rejectionProblem(order: OrderRow, supportContact: string): Problem {
  const { rejections, smallestChange } = order.decision;
  const [first] = rejections;
  if (!first) throw new Error(`Order ${order.id} is rejected by no rule`);
  return new Problem(first.code, {
    detail: first.sentence,
    instance: `/v1/orders/${order.id}`,
    orderId: order.id,
    eligibleFrom: first.eligibleFrom,
    eligibleUntil: first.eligibleUntil,
    smallestChange,
    reasons: rejections,
    supportContact,
    headers: { Location: `/v1/orders/${order.id}` },
  });
}
