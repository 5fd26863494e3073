import { ApplicationFailure } from '@temporalio/common';
import { waiveAcknowledgement as waive } from '../db/acknowledge-order.ts';
import { asTenant } from '../db/client.ts';
import { ORDER_NOT_FINISHED } from '../domain/failures.ts';
import type { Cancellation, OrderStanding } from '../workflows/messages.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { standing } from './standing.ts';

export const createWaiveAcknowledgement = ({ database, now }: ActivityDependencies) =>
  /** Records an operator's word that nobody will see the outcome. Fails with OrderNotFinished while there is none. */
  async function waiveAcknowledgement({
    tenant,
    ...by
  }: Cancellation & { tenant: string; orderId: string }): Promise<OrderStanding> {
    const waived = await asTenant(database, 'changeover_worker', tenant, (transaction) =>
      waive(transaction, { ...by, at: now() }),
    );
    if (waived.outcome === 'notFound' || waived.outcome === 'notShown') {
      throw ApplicationFailure.nonRetryable('The order has no outcome yet', ORDER_NOT_FINISHED);
    }
    return standing(waived.order);
  };
