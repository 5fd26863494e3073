import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Order } from '../../../client/generated/types.gen.ts';
import { useMe } from '../../api/me.ts';
import { awaitingOrdersQuery, ORDERS } from '../../api/orders.ts';
import { mayConfirm } from './may-confirm.ts';

/**
 * The notifications of finished orders that wait to be confirmed, oldest first: of one subscription, or of all. One that is
 * closed without its tick is not shown again on this visit, and comes back on the next.
 */
export function useNotifications(subscriptionId?: string) {
  const me = useMe();
  const queryClient = useQueryClient();
  const awaiting = useQuery(awaitingOrdersQuery(subscriptionId));
  const [closed, setClosed] = useState<readonly string[]>([]);
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);

  // What is kept from an earlier visit may have been confirmed since.
  const orders = awaiting.isFetchedAfterMount ? (awaiting.data?.items ?? []) : [];
  const waiting = orders.filter((order) => mayConfirm(me, order) && !confirmed.includes(order.id)).toReversed();
  const reopen = useCallback(() => setClosed([]), []);
  return {
    /** How many wait, closed ones included. */
    count: waiting.length,
    current: waiting.find(({ id }) => !closed.includes(id)),
    close: ({ id }: Order) => setClosed([...closed, id]),
    /** Shows again what was closed without its tick. */
    reopen,
    confirm({ id }: Order) {
      setConfirmed([...confirmed, id]);
      void queryClient.invalidateQueries({ queryKey: [ORDERS] });
    },
  };
}
