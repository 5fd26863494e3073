import { ApplicationFailure } from '@temporalio/common';
import { cancelOrder as cancel } from '../db/cancel-order.ts';
import { asTenant } from '../db/client.ts';
import { ORDER_NOT_CANCELLABLE } from '../domain/failures.ts';
import type { Cancellation, OrderStanding } from '../workflows/messages.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { standing } from './standing.ts';

export const createCancelOrder = ({ database, now }: ActivityDependencies) =>
  /** Takes a scheduled order back. Fails with OrderNotCancellable once it is at work or over. */
  async function cancelOrder({
    tenant,
    ...by
  }: Cancellation & { tenant: string; orderId: string }): Promise<OrderStanding> {
    const cancelled = await asTenant(database, 'changeover_worker', tenant, (transaction) =>
      cancel(transaction, { ...by, at: now() }),
    );
    if (cancelled.outcome !== 'cancelled') {
      throw ApplicationFailure.nonRetryable('The order is at work or over', ORDER_NOT_CANCELLABLE);
    }
    return standing(cancelled.order);
  };
