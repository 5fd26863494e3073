import { activityInfo, Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { asTenant, type Transaction } from '../db/client.ts';
import { lockOrder } from '../db/lock-order.ts';
import { type OrderRow, stepOrder } from '../db/orders.ts';
import { ORDER_NOT_FOUND } from '../domain/failures.ts';
import type { OrderStanding, Withdrawal } from '../workflows/messages.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { withHeartbeat } from './heartbeat.ts';
import { recordCompletion, recordHold, recordWithdrawal } from './record-outcome.ts';
import { standing } from './standing.ts';
import { takeBack } from './take-back.ts';
import type { Provisioner } from './vendor/provisioner.ts';
import { operationsOf } from './vendor-operations.ts';

export type WithdrawInput = { tenant: string; orderId: string } & Withdrawal;

export const createWithdraw = (dependencies: ActivityDependencies & { provisioner: Provisioner }) =>
  /**
   * Settles an order that is to end: what the vendor has not applied it never will, what it has applied is undone, and the order
   * ends `cancelled`, or `failed` where an operator gives it up. What cannot be undone: a cancellation has come too late and the
   * order is completed; an operator's order is held again. Any unknown outcome fails the attempt; the next looks first.
   */
  async function withdraw(input: WithdrawInput): Promise<OrderStanding> {
    return withHeartbeat(() => settle(dependencies, input));
  };

async function settle(
  { database, now, provisioner }: ActivityDependencies & { provisioner: Provisioner },
  { tenant, orderId, as, subject, reason }: WithdrawInput,
): Promise<OrderStanding> {
  const found = await asTenant(database, 'changeover_worker', tenant, async (transaction) => {
    const { order, subscription } = (await lockOrder(transaction, orderId)) ?? {};
    if (!order || !subscription) return undefined;
    return {
      subscription,
      order: order.state === 'held' ? await triedAnew(transaction, order, { subject, reason, at: now() }) : order,
    };
  });
  if (!found) throw ApplicationFailure.nonRetryable(`There is no order ${orderId}`, ORDER_NOT_FOUND);
  if (found.order.state !== 'inProgress') return standing(found.order);

  const signal = Context.current().cancellationSignal;
  const result = await takeBack(provisioner, operationsOf(found.order, found.subscription), {
    mayHaveHappened: activityInfo().attempt > 1 || found.order.tries > 1,
    call: { signal },
  });
  signal.throwIfAborted();
  const of = { tenant, orderId, at: now() };
  if (result.outcome === 'takenBack') return recordWithdrawal(database, { ...of, as, subject, reason });
  if (as === 'cancelled' && result.outcome === 'allApplied') {
    return recordCompletion(database, { ...of, receipts: result.receipts });
  }
  return recordHold(database, { ...of, code: 'NOT_UNDONE', message: `${result.left} cannot be undone` });
}

/** What was refused before is void under its keys, so a held order is ended under keys of their own. */
const triedAnew = (
  transaction: Transaction,
  order: OrderRow,
  { subject, reason, at }: { subject: string; reason: string; at: Date },
): Promise<OrderRow> =>
  stepOrder(
    transaction,
    order,
    { state: 'inProgress', tries: order.tries + 1 },
    { type: 'order.inProgress', actor: subject, reason, at },
  );
