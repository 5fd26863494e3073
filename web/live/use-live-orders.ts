import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { speaksOf } from './affected.ts';
import { followEvents, type OrderEvent } from './follow-events.ts';

/** Events that come in a bunch cause one reading, this long after the first. */
const TOGETHER_WITHIN_MS = 100;

/** Has what is on the screen read again whenever the API tells of an order, or may have told of one unheard. */
export function useLiveOrders(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const ending = new AbortController();
    const refresh = refreshTogether(queryClient);
    void followEvents(ending.signal, { onEvent: refresh, onReady: () => refresh('anything') });
    return () => ending.abort();
  }, [queryClient]);
}

/** Only what a mounted page shows is read at once; the rest when it is next shown. */
function refreshTogether(queryClient: QueryClient): (event: OrderEvent | 'anything') => void {
  let heard: (OrderEvent | 'anything')[] = [];
  return (event) => {
    if (heard.push(event) > 1) return;
    setTimeout(() => {
      const events = heard;
      heard = [];
      void queryClient.invalidateQueries({
        predicate: ({ queryKey }) => events.some((event) => speaksOf(event, queryKey)),
      });
    }, TOGETHER_WITHIN_MS);
  };
}
