import type { PendingChange, Subscription } from '../../../client/generated/types.gen.ts';
import { orderTypeWords } from '../../words/order-type.ts';
import { fullDateWords } from '../../words/time.ts';
import { isScreenOrder, type ScreenOrder } from '../types/order-type-screens.ts';
import { inputsOf, type OrderRejection } from './order-rejection.ts';

/** What would be accepted instead: to be pressed where there is a screen for it, else only to be read. */
export type Suggestion = { words: string; request: ScreenOrder | null };

/** The order that the answer suggests, in words; null where it suggests none. */
export function suggestionIn({ suggestedOrder, request }: OrderRejection): Suggestion | null {
  if (!suggestedOrder) return null;
  const { type, requestedStartDate } = suggestedOrder;
  const day = requestedStartDate ? ` for ${fullDateWords(requestedStartDate)}` : '';
  if (type === request.type && day) return { words: `Order it${day}`, request: suggestedOrder };
  const words = orderTypeWords[type] + day;
  return isScreenOrder(suggestedOrder)
    ? { words, request: suggestedOrder }
    : { words: `This would be accepted instead: ${words}.`, request: null };
}

/**
 * The same order with consent to replace what is pending; null where that was not asked, or would not be enough. Reasons
 * that a later day answers are answered with the first one on which all of them are.
 */
export function replacementIn({ reasons, request }: OrderRejection): ScreenOrder | null {
  const others = reasons.filter(({ code }) => code !== 'SUPERSEDE_REQUIRED');
  const days = others.flatMap(({ eligibleFrom }) => eligibleFrom ?? []);
  if (others.length === reasons.length || days.length < others.length) return null;
  const last = days.toSorted().at(-1);
  return { ...request, supersede: true, ...(last && { requestedStartDate: last }) };
}

/** The pending changes that an order with consent replaces: those the answer named, else those of its own type. */
export function replacedBy(
  request: ScreenOrder,
  rejection: OrderRejection | null,
  { pendingChanges }: Pick<Subscription, 'pendingChanges'>,
): PendingChange[] {
  if (!request.supersede) return [];
  const named = rejection && inputsOf(rejection, 'SUPERSEDE_REQUIRED')?.superseded;
  return pendingChanges.filter(({ orderId, type }) =>
    Array.isArray(named) ? named.includes(orderId) : type === request.type,
  );
}
