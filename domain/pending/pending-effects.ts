import type { Facts } from '../facts.ts';
import { descriptionOf, type OrderType } from '../order-types.ts';
import type { PlainDate } from '../plain-date.ts';
import type { RuleInput } from '../rules/rule.ts';
import { conflictMatrix, kindsOf, type Resolution } from './conflict-matrix.ts';
import type { PendingChange } from './pending-change.ts';
import { overlap, partsOf, withdraws } from './withdrawal.ts';

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

type Met = Pick<RuleInput, 'order' | 'requested' | 'subscription' | 'facts' | 'date' | 'effectiveDate'>;

/** What an order does to what is pending on its date, or to all that is pending today (`facts`), and what it brings back. */
export function pendingEffects(met: Met, facts: Facts = met.facts): PendingEffect[] {
  const { order } = met;
  if (facts.pendingChanges.length === 0 && facts.withdrawnByCancellation.length === 0) return none;
  const restored = order.type === 'undoCancel' ? facts.withdrawnByCancellation : [];
  return [
    ...facts.pendingChanges.map((pending) => effect(pending, outcomeOf(pending, met))),
    ...restored.map((pending) => effect(pending, 'restore')),
  ];
}

const none: PendingEffect[] = [];

const effect = ({ orderId, order, effectiveDate }: PendingChange, outcome: PendingOutcome): PendingEffect => ({
  orderId,
  type: order.type,
  effectiveDate,
  outcome,
});

function outcomeOf(
  pending: PendingChange,
  { order, requested, subscription, date, effectiveDate }: Met,
): PendingOutcome {
  // What is due until the order's day has taken effect by then, recorded or not.
  if (pending.effectiveDate <= date) return 'keep';
  const asked = descriptionOf(pending.order).requested(pending.order);
  if (withdraws(requested, asked, subscription)) return 'withdraw';
  const found = kindsOf(pending.order).flatMap((row) =>
    kindsOf(order).map((column) => {
      const resolution = conflictMatrix[row][column];
      if (resolution === 'replace' && row === column && !overlap(asked, requested) && partsOf(asked).length > 0)
        return 'merge';
      return settled(resolution, pending, effectiveDate);
    }),
  );
  return found.reduce(strictest, 'keep');
}

const strictest = (a: PendingOutcome, b: PendingOutcome): PendingOutcome =>
  outcomes.indexOf(a) >= outcomes.indexOf(b) ? a : b;

/** U1: what holds earlier leaves the later change as it is; and what ends a subscription takes back only what would come after. */
function settled(resolution: Resolution, pending: PendingChange, effectiveDate: PlainDate): PendingOutcome {
  const earlier = effectiveDate < pending.effectiveDate;
  switch (resolution) {
    case 'replace':
      return earlier ? 'keep' : 'supersede';
    case 'hasten':
      return earlier ? 'withdraw' : 'reject';
    case 'withdraw':
      return effectiveDate <= pending.effectiveDate ? 'withdraw' : 'keep';
    default:
      return resolution;
  }
}

/** What stays pending after an order, of what was pending before it. */
export const stillPending = (pending: readonly PendingChange[], effects: readonly PendingEffect[]): PendingChange[] =>
  pending.filter(({ orderId }) =>
    effects.some(
      (one) =>
        one.orderId === orderId && (one.outcome === 'keep' || one.outcome === 'merge' || one.outcome === 'rebase'),
    ),
  );
