import type { Product } from './catalogue.ts';
import { type Decision, decide } from './decide.ts';
import { changed, changeOf } from './effect.ts';
import type { OrderRequest } from './order-types.ts';
import { byEffectiveDate } from './pending/by-effective-date.ts';
import type { PendingChange } from './pending/pending-change.ts';
import { stillPending } from './pending/pending-effects.ts';
import type { Policy } from './policy.ts';
import type { World } from './world.ts';

/**
 * What a world becomes when an order is placed in it: decided, its effect on the pending changes, and, when it holds from
 * this day on, its change, as if the vendor had carried it out at once and a person had seen it. A rejected order changes nothing.
 */
export function placeOrder(
  world: World,
  { orderId, order, product, policy }: { orderId: string; order: OrderRequest; product: Product; policy: Policy },
): { decision: Decision; world: World } {
  const { date, subscription, facts } = world;
  const decision = decide({ order, subscription, product, policy, facts, today: date });
  const { effectiveDate, decisionDate } = decision;
  if (effectiveDate === null) return { decision, world };

  const staying = stillPending(facts.pendingChanges, decision.pendingChanges);
  const restored = order.type === 'undoCancel' ? facts.withdrawnByCancellation : [];
  const later = effectiveDate > date;
  const added: PendingChange[] = later ? [{ orderId, order, decisionDate, effectiveDate }] : [];
  const after = later ? subscription : changed(subscription, changeOf(order, { subscription, product, effectiveDate }));
  const withdrawn = facts.pendingChanges.filter((pending) => !staying.includes(pending));
  return {
    decision,
    world: {
      date,
      subscription: after,
      facts: {
        ...facts,
        pendingChanges: [...staying, ...restored, ...added].sort(byEffectiveDate),
        withdrawnByCancellation:
          order.type === 'cancel' && later
            ? withdrawn
            : facts.withdrawnByCancellation.filter((one) => !restored.includes(one)),
        lastIncreaseDate: after.quantity > subscription.quantity ? date : facts.lastIncreaseDate,
        lastCancellationDate: after.state === 'terminated' ? date : facts.lastCancellationDate,
      },
    },
  };
}
