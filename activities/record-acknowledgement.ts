import { ApplicationFailure } from '@temporalio/common';
import { acknowledgeOrder } from '../db/acknowledge-order.ts';
import { asTenant } from '../db/client.ts';
import { ORDER_NOT_FINISHED } from '../domain/failures.ts';
import type { Acknowledgement, OrderStanding } from '../workflows/messages.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { standing } from './standing.ts';

export const createRecordAcknowledgement = ({ database, now }: ActivityDependencies) =>
  /** Records that a person has seen the outcome. Fails with OrderNotFinished while there is none, or for another one than was shown. */
  async function recordAcknowledgement({
    tenant,
    ...by
  }: Acknowledgement & { tenant: string; orderId: string }): Promise<OrderStanding> {
    const recorded = await asTenant(database, 'changeover_worker', tenant, (transaction) =>
      acknowledgeOrder(transaction, { ...by, at: now() }),
    );
    if (recorded.outcome === 'notFound' || recorded.outcome === 'notShown') {
      throw ApplicationFailure.nonRetryable('The order has no such outcome to acknowledge', ORDER_NOT_FINISHED);
    }
    return standing(recorded.order);
  };
