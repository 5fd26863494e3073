import { ApplicationFailure } from '@temporalio/common';
import { asTenant } from '../db/client.ts';
import { lockOrder } from '../db/lock-order.ts';
import { stepOrder } from '../db/orders.ts';
import { ORDER_NOT_HELD } from '../domain/failures.ts';
import type { OrderStanding, Repair } from '../workflows/messages.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { recordCompletion } from './record-outcome.ts';
import { standing } from './standing.ts';

export const createRepairOrder = ({ database, now }: ActivityDependencies) =>
  /**
   * Has a held order tried again, or takes an operator's word that the vendor has done it. Fails with OrderNotHeld when
   * there is nothing to repair.
   */
  async function repairOrder({
    tenant,
    orderId,
    verb,
    subject,
    reason,
  }: Repair & { tenant: string; orderId: string }): Promise<OrderStanding> {
    const at = now();
    const repaired = await asTenant(database, 'changeover_worker', tenant, async (transaction) => {
      const order = (await lockOrder(transaction, orderId))?.order;
      if (order?.state !== 'held') throw ApplicationFailure.nonRetryable('The order is not held', ORDER_NOT_HELD);
      return stepOrder(
        transaction,
        order,
        { state: 'inProgress', failureCode: null, failureMessage: null, tries: order.tries + 1 },
        { type: 'order.inProgress', actor: subject, reason: `${verb}: ${reason}`, at },
      );
    });
    return verb === 'skip' ? recordCompletion(database, { tenant, orderId, at }) : standing(repaired);
  };
