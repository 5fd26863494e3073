import { ApplicationFailure } from '@temporalio/common';
import { dateIn, startOfDay } from '../business-time.ts';
import { asTenant, type Transaction } from '../db/client.ts';
import { lockOrder } from '../db/lock-order.ts';
import { loadFacts } from '../db/order-facts.ts';
import { awaitsDecision, effectiveDayOf, nextDayOf, type OrderRow, stepOrder } from '../db/orders.ts';
import type { SubscriptionRow } from '../db/subscriptions.ts';
import { decide } from '../domain/decide.ts';
import { ORDER_NOT_FOUND } from '../domain/failures.ts';
import type { PlainDate } from '../domain/plain-date.ts';
import type { DecisionInput } from '../domain/rules/rule.ts';
import type { OrderStanding } from '../workflows/messages.ts';
import { decisionInput, purchaseDecisionInput } from './decision-input.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { failOrder } from './fail-order.ts';
import { standing } from './standing.ts';
import { SYSTEM } from './system-actor.ts';

/** `waits`: its day has come, but another order has the subscription to itself. */
export type BeginOrderResult = OrderStanding & { waits?: true };

export const createBeginOrder = ({ database, now }: ActivityDependencies) =>
  /**
   * Takes a scheduled order on, when its day has come: decides it in full on its decision date, and once more by what may
   * still stand in its way on its effective date, when it is its turn; then claims the subscription. An order that no longer passes
   * fails, and says why. Too early, or repeated, it changes nothing.
   */
  async function beginOrder({ tenant, orderId }: { tenant: string; orderId: string }): Promise<BeginOrderResult> {
    return asTenant(database, 'changeover_worker', tenant, async (transaction) => {
      const { order, subscription } = (await lockOrder(transaction, orderId)) ?? {};
      if (!subscription || !order)
        throw ApplicationFailure.nonRetryable(`There is no order ${orderId}`, ORDER_NOT_FOUND);
      const today = dateIn(order.judged.product.timeZone, now());
      if (order.state !== 'scheduled') return withdrawnUntil(order, today);
      if (nextDayOf(order) > today) return standing(order);
      return begun(transaction, order, subscription, { today, at: now() });
    });
  };

/** What a cancellation has withdrawn waits to be brought back until the day from which it would have held. */
function withdrawnUntil(order: OrderRow, today: PlainDate): OrderStanding {
  const { nextAt, ...over } = standing(order);
  const mayComeBack = nextAt !== undefined && effectiveDayOf(order) > today;
  return mayComeBack ? { ...over, nextAt } : over;
}

type Day = { today: PlainDate; at: Date };

async function begun(
  transaction: Transaction,
  order: OrderRow,
  subscription: SubscriptionRow,
  day: Day,
): Promise<BeginOrderResult> {
  if (effectiveDayOf(order) <= day.today && !(await isItsTurn(transaction, order, subscription, day.today))) {
    return { ...standing(order), waits: true };
  }
  const isDecisionDate = awaitsDecision(order);
  // Decided late it is still decided for its day.
  const at = isDecisionDate ? startOfDay(order.judged.product.timeZone, order.decisionDate) : day.at;
  const input = await inputAgain(transaction, order, subscription, at);
  const decision = decide({ ...input, moment: isDecisionDate ? 'decisionDate' : 'effect' });
  if (decision.outcome === 'rejected') {
    const [first] = decision.rejections;
    const code = first?.code ?? 'REJECTED';
    const failure = { code, message: first?.sentence ?? code, product: order.judged.product, at: day.at };
    return standing(await failOrder(transaction, order, subscription, failure));
  }
  const decided = isDecisionDate
    ? await stepOrder(
        transaction,
        order,
        { dayDecision: decision, effectiveDate: decision.effectiveDate },
        { type: 'order.scheduled', actor: SYSTEM, reason: `decided on ${day.today}`, at: day.at },
      )
    : order;
  if (nextDayOf(decided) > day.today) return standing(decided);
  return standing(
    await stepOrder(
      transaction,
      decided,
      { state: 'inProgress' },
      { type: 'order.inProgress', actor: SYSTEM, reason: `its day has come: ${day.today}`, at: day.at },
    ),
  );
}

/** One at a time, and in the order of the stack: each was accepted on what those before it leave. */
async function isItsTurn(
  transaction: Transaction,
  { id, submittedRole: role }: OrderRow,
  subscription: SubscriptionRow,
  today: PlainDate,
): Promise<boolean> {
  const { orderAtWork, pendingChanges } = await loadFacts(transaction, subscription, { role, today });
  const [next] = pendingChanges;
  return orderAtWork === null && next?.orderId === id;
}

function inputAgain(
  transaction: Transaction,
  { id: orderId, request, submittedRole: role, submittedBy: subject }: OrderRow,
  subscription: SubscriptionRow,
  at: Date,
): Promise<DecisionInput> {
  const judged = { orderId, request, role, subject, at };
  return request.type === 'purchase'
    ? purchaseDecisionInput(transaction, judged, request)
    : decisionInput(transaction, judged, subscription);
}
