import { and, asc, eq, inArray, or } from 'drizzle-orm';
import type { Facts } from '../domain/facts.ts';
import { type OrderState, statesAtWork, unfinishedStates } from '../domain/order.ts';
import type { PendingChange } from '../domain/pending/pending-change.ts';
import { addMonths, monthOf, type PlainDate } from '../domain/plain-date.ts';
import type { Role } from '../domain/role.ts';
import { billingPeriods } from './billing-facts.ts';
import type { Transaction } from './client.ts';
import { holdingsOf } from './holdings.ts';
import { effectiveDayOf } from './orders.ts';
import { orders } from './schema/orders.ts';
import type { SubscriptionRow } from './subscriptions.ts';

/** Months of billing that the rules may ask about, before and after the present one: a term back, a renewal ahead. */
const MONTHS_BACK = 13;
const MONTHS_AHEAD = 2;

const atWork: readonly OrderState[] = statesAtWork;

/** All that the rules may know about a subscription beside itself and the catalogue. `today` is in the product's zone. */
export async function loadFacts(
  transaction: Transaction,
  subscription: SubscriptionRow,
  { role, today }: { role: Role; today: PlainDate },
): Promise<Facts> {
  const open = await openOrders(transaction, subscription.id);
  const pendingChanges = inStackOrder(open.filter(({ state }) => state === 'scheduled'));
  return {
    role,
    orderAtWork: open.find(({ state }) => atWork.includes(state))?.id ?? null,
    unacknowledgedOrders: open
      .filter(({ acknowledgement }) => acknowledgement === 'awaiting')
      .map(({ id, type }) => ({ id, type })),
    changesAtWork: inStackOrder(open.filter(({ state }) => atWork.includes(state))),
    pendingChanges,
    withdrawnByCancellation: await withdrawnBy(transaction, pendingChanges),
    lastIncreaseDate: subscription.lastIncreaseDate,
    billingPeriods: await billingPeriods(transaction, subscription.id, {
      first: monthOf(addMonths(today, -MONTHS_BACK)),
      last: monthOf(addMonths(today, MONTHS_AHEAD)),
    }),
    ...(await holdingsOf(transaction, subscription, subscription.id)),
  };
}

/** What the rules may know of an account that buys a product; there is no subscription yet. */
export async function loadPurchaseFacts(
  transaction: Transaction,
  { accountId, productId, role }: { accountId: string; productId: string; role: Role },
): Promise<Facts> {
  return {
    role,
    orderAtWork: null,
    unacknowledgedOrders: await transaction
      .select({ id: orders.id, type: orders.type })
      .from(orders)
      .where(
        and(eq(orders.accountId, accountId), eq(orders.productId, productId), eq(orders.acknowledgement, 'awaiting')),
      )
      .orderBy(asc(orders.submittedAt), asc(orders.id)),
    pendingChanges: [],
    withdrawnByCancellation: [],
    lastIncreaseDate: null,
    billingPeriods: [],
    ...(await holdingsOf(transaction, { accountId, productId })),
  };
}

const columns = {
  id: orders.id,
  type: orders.type,
  state: orders.state,
  acknowledgement: orders.acknowledgement,
  request: orders.request,
  decisionDate: orders.decisionDate,
  effectiveDate: orders.effectiveDate,
  decidedAt: orders.decidedAt,
};
type OpenOrder = Pick<typeof orders.$inferSelect, keyof typeof columns>;

/** Orders that are not over, oldest first: just those of the index orders_open. */
const openOrders = (transaction: Transaction, subscriptionId: string): Promise<OpenOrder[]> =>
  transaction
    .select(columns)
    .from(orders)
    .where(
      and(
        eq(orders.subscriptionId, subscriptionId),
        or(inArray(orders.state, [...unfinishedStates]), eq(orders.acknowledgement, 'awaiting')),
      ),
    )
    .orderBy(asc(orders.submittedAt), asc(orders.id));

/** What a cancellation that is itself still pending has withdrawn. */
async function withdrawnBy(
  transaction: Transaction,
  pendingChanges: readonly PendingChange[],
): Promise<PendingChange[]> {
  const cancellations = pendingChanges.filter(({ order }) => order.type === 'cancel').map(({ orderId }) => orderId);
  if (cancellations.length === 0) return [];
  return inStackOrder(await transaction.select(columns).from(orders).where(inArray(orders.withdrawnBy, cancellations)));
}

const inStackOrder = (rows: readonly OpenOrder[]): PendingChange[] =>
  rows
    .map(({ id, request, decisionDate, effectiveDate, decidedAt }) => ({
      change: {
        orderId: id,
        order: request,
        decisionDate,
        effectiveDate: effectiveDayOf({ effectiveDate, decisionDate }),
      },
      decidedAt,
    }))
    .sort((a, b) => before(a.change.effectiveDate, b.change.effectiveDate) || before(a.decidedAt, b.decidedAt))
    .map(({ change }) => change);

const before = (a: PlainDate | Date, b: PlainDate | Date): number => (a < b ? -1 : a > b ? 1 : 0);
