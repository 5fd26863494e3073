import type { OrderRequest, OrderType } from '../order-types.ts';
import type { PlainDate } from '../plain-date.ts';
import type { RuleInput } from '../rules/rule.ts';
import { conflictMatrix, kindsOf, type Resolution } from './conflict-matrix.ts';
import type { PendingChange } from './pending-change.ts';
import { unchangedParts, withdraws } from './withdrawal.ts';

/** What becomes of a pending change, from the mildest on; of several findings about one pending change the last counts. */
const outcomes = ['keep', 'merge', 'rebase', 'withdraw', 'supersede', 'reject', 'restore'] as const;
export type PendingOutcome = (typeof outcomes)[number];

/** One pending change and what the order does to it: part of every decision, so that none is ever lost in silence. */
export type PendingEffect = {
  orderId: string;
  type: OrderType;
  effectiveDate: PlainDate;
  outcome: PendingOutcome;
};

type Met = Pick<RuleInput, 'order' | 'requested' | 'subscription' | 'facts' | 'effectiveDate'>;

/** What an order does to everything that is pending on its date, and what it brings back. */
export function pendingEffects({ order, requested, subscription, facts, effectiveDate }: Met): PendingEffect[] {
  const unchanged = unchangedParts(requested, subscription);
  const met = facts.pendingChanges.map((pending) => {
    const taken = withdraws(unchanged, pending.order);
    return effect(pending, taken ? 'withdraw' : outcomeOf(pending, order, effectiveDate));
  });
  const restored = order.type === 'undoCancel' ? facts.withdrawnByCancellation : [];
  return [...met, ...restored.map((pending) => effect(pending, 'restore'))];
}

const effect = ({ orderId, order, effectiveDate }: PendingChange, outcome: PendingOutcome): PendingEffect => ({
  orderId,
  type: order.type,
  effectiveDate,
  outcome,
});

function outcomeOf(pending: PendingChange, order: OrderRequest, effectiveDate: PlainDate): PendingOutcome {
  const found = kindsOf(pending.order).flatMap((row) =>
    kindsOf(order).map((column) => settled(conflictMatrix[row][column], pending, effectiveDate)),
  );
  return found.reduce(strictest, 'keep');
}

const strictest = (a: PendingOutcome, b: PendingOutcome): PendingOutcome =>
  outcomes.indexOf(a) >= outcomes.indexOf(b) ? a : b;

/** U1: what holds earlier leaves the later change as it is. */
function settled(resolution: Resolution, pending: PendingChange, effectiveDate: PlainDate): PendingOutcome {
  if (resolution !== 'replace') return resolution;
  return effectiveDate < pending.effectiveDate ? 'keep' : 'supersede';
}

/** What stays pending after an order, of what was pending before it. */
export const stillPending = (pending: readonly PendingChange[], effects: readonly PendingEffect[]): PendingChange[] =>
  pending.filter(({ orderId }) =>
    effects.some(
      (one) =>
        one.orderId === orderId && (one.outcome === 'keep' || one.outcome === 'merge' || one.outcome === 'rebase'),
    ),
  );
