import { descriptionOf } from '../../domain/order-types.ts';
import type { Actor } from '../actor.ts';
import { Problem } from '../problem.ts';
import type { OrderBody } from './order-body.ts';

/** Throws ROLE_NOT_ALLOWED, before anything is said of what the order is about (R7). */
export function assertMayOrder({ role }: Actor, order: OrderBody): void {
  if (!descriptionOf(order).orderableBy.includes(role)) throw new Problem('ROLE_NOT_ALLOWED');
}
