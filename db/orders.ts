import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { AcknowledgementState, OrderState } from '../domain/order.ts';
import type { PlainDate } from '../domain/plain-date.ts';
import type { Transaction } from './client.ts';
import { recordStep } from './order-steps.ts';
import type { EventType } from './schema/events.ts';
import { orders } from './schema/orders.ts';
import { VersionConflict } from './subscriptions.ts';

export type OrderRow = typeof orders.$inferSelect;

export async function findOrder(transaction: Transaction, orderId: string): Promise<OrderRow | undefined> {
  const [row] = await transaction.select().from(orders).where(eq(orders.id, orderId));
  return row;
}

/** The day from which an order holds, or would have held. */
export const effectiveDayOf = ({
  effectiveDate,
  decisionDate,
}: Pick<OrderRow, 'effectiveDate' | 'decisionDate'>): PlainDate => effectiveDate ?? decisionDate;

/** Whether an order that came in for a later day has still to be decided in full on it. */
export const awaitsDecision = ({ dayDecision, decisionDate, judged }: OrderRow): boolean =>
  dayDecision === null && decisionDate > judged.today;

/** Of a scheduled order: the day on which it is decided in full, where that has not come yet, else the day from which it holds. */
export const nextDayOf = (order: OrderRow): PlainDate =>
  awaitsDecision(order) ? order.decisionDate : effectiveDayOf(order);

/** Writes a decided order for the first time; a rejected one is kept like any other. */
export async function insertOrder(transaction: Transaction, order: typeof orders.$inferInsert): Promise<OrderRow> {
  const [row] = await transaction.insert(orders).values(order).returning();
  if (!row) throw new Error(`Order ${order.id} was not written`);
  await recordStep(transaction, row, {
    type: eventOf(row.state),
    actor: row.submittedBy,
    reason: row.decision.rejections[0]?.code ?? 'accepted',
    at: row.decidedAt,
  });
  return row;
}

function eventOf(decided: OrderState): EventType {
  if (decided === 'rejected') return 'order.rejected';
  return decided === 'scheduled' ? 'order.scheduled' : 'order.inProgress';
}

/** What changes in an order when it takes a step. */
export type OrderStep = Partial<
  Pick<
    OrderRow,
    | 'state'
    | 'finishedAt'
    | 'failureCode'
    | 'failureMessage'
    | 'acknowledgement'
    | 'notice'
    | 'noticeHash'
    | 'acknowledgedAt'
    | 'acknowledgedBy'
    | 'acknowledgedChannel'
    | 'withdrawnBy'
    | 'dayDecision'
    | 'tries'
    | 'effectiveDate'
  >
>;

/** Moves an order on, guarded by its version, with history and event. The caller holds the subscription's lock. */
export async function stepOrder(
  transaction: Transaction,
  before: OrderRow,
  step: OrderStep,
  record: Parameters<typeof recordStep>[2],
): Promise<OrderRow> {
  const [after] = await transaction
    .update(orders)
    .set({ ...step, version: before.version + 1 })
    .where(and(eq(orders.id, before.id), eq(orders.version, before.version)))
    .returning();
  if (!after) throw new VersionConflict(`Order ${before.id} is no longer at version ${before.version}`);
  await recordStep(transaction, after, record);
  return after;
}

/** Where a page of orders goes on: after this order, in the newest-first sequence. */
export type OrderPosition = { submittedAt: string; id: string };

export type OrderFilter = {
  accountIds?: readonly string[] | undefined;
  subscriptionId?: string | undefined;
  states?: readonly OrderState[] | undefined;
  acknowledgement?: AcknowledgementState | undefined;
};

/** One page, newest first. `accountIds` undefined means every account of the tenant. */
export function listOrders(
  transaction: Transaction,
  { accountIds, subscriptionId, states, acknowledgement }: OrderFilter,
  { after, limit }: { after?: OrderPosition | undefined; limit: number },
): Promise<OrderRow[]> {
  return transaction
    .select()
    .from(orders)
    .where(
      and(
        accountIds && inArray(orders.accountId, [...accountIds]),
        subscriptionId === undefined ? undefined : eq(orders.subscriptionId, subscriptionId),
        states && inArray(orders.state, [...states]),
        acknowledgement && eq(orders.acknowledgement, acknowledgement),
        after && sql`(${orders.submittedAt}, ${orders.id}) < (${after.submittedAt}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(orders.submittedAt), desc(orders.id))
    .limit(limit);
}
