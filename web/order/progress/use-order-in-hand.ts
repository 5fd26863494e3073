import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useReducer } from 'react';
import type { PendingChange } from '../../../client/generated/types.gen.ts';
import { ORDERS, orderQuery, ordersAtWorkQuery } from '../../api/orders.ts';
import { SUBSCRIPTIONS } from '../../api/subscriptions.ts';
import { useDelivery, useOutbox } from '../outbox/outbox-provider.tsx';
import { orderRejection } from '../rejection/order-rejection.ts';
import type { ScreenOrder } from '../types/order-type-screens.ts';
import { afterwards, nothingInHand } from './in-hand.ts';
import { type Stage, stageOf } from './stage.ts';

/** Live events tell at once; this is for where none get through. */
const LOOK_AGAIN_EVERY_MS = 5_000;

/** Follows the one order of a subscription from Save to its end: one placed here, or one found at work when the screen opens. */
export function useOrderInHand(subscriptionId: string) {
  const queryClient = useQueryClient();
  const outbox = useOutbox();
  const delivery = useDelivery(subscriptionId);
  const [inHand, tell] = useReducer(afterwards, nothingInHand);
  const { followed, isClosed, rejection, notice, round } = inHand;

  const atWork = useQuery(ordersAtWorkQuery(subscriptionId));
  const order = useQuery({
    ...orderQuery(followed?.orderId ?? ''),
    enabled: followed !== null,
    refetchInterval: LOOK_AGAIN_EVERY_MS,
  });
  const heard = { order: followed ? order.data : undefined, isOutOfTouch: order.isError || order.failureCount > 0 };
  const stage: Stage | null = stageOf(delivery, followed, heard);

  useEffect(() => {
    const verdict = delivery?.verdict;
    if (!delivery || !verdict) return;
    outbox.settle(subscriptionId);
    if ('rejected' in verdict) {
      tell({ type: 'rejected', rejection: orderRejection(verdict.rejected, delivery.request), now: Date.now() });
    } else if (verdict.accepted.state === 'scheduled') tell({ type: 'scheduled', order: verdict.accepted });
    else tell({ type: 'accepted', orderId: verdict.accepted.id, since: delivery.savedAt });
    void queryClient.invalidateQueries({ queryKey: [ORDERS] });
    void queryClient.invalidateQueries({ queryKey: [SUBSCRIPTIONS] });
  }, [delivery, outbox, queryClient, subscriptionId]);

  // Only what was read since the screen opened: what is kept from an earlier visit may have ended long since.
  const found = atWork.isFetchedAfterMount ? atWork.data?.items[0] : undefined;
  useEffect(() => {
    if (!found) return;
    // This browser's clock may be behind, and a wait that begins in the future would not end.
    const since = Math.min(Date.parse(found.submittedAt), Date.now());
    tell({ type: 'foundAtWork', orderId: found.id, since });
  }, [found]);

  const hasEnded = followed !== null && (stage === null || (stage.kind === 'completed' && isClosed));
  const isDone = stage?.kind === 'completed';
  useEffect(() => {
    if (!hasEnded) return;
    tell({ type: 'ended', isDone });
    void queryClient.invalidateQueries({ queryKey: [ORDERS] });
    void queryClient.invalidateQueries({ queryKey: [SUBSCRIPTIONS] });
  }, [hasEnded, isDone, queryClient]);

  const close = useCallback(() => tell({ type: 'closed' }), []);
  return {
    stage,
    isClosed,
    rejection,
    notice,
    round,
    send(request: ScreenOrder) {
      tell({ type: 'sent' });
      outbox.send(request);
    },
    close,
    show: () => tell({ type: 'shown' }),
    reconsider: () => tell({ type: 'reconsidered' }),
    takenBack: (change: PendingChange) => tell({ type: 'takenBack', change }),
    noticed: () => tell({ type: 'noticed' }),
  };
}
