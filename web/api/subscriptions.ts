import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { getSubscription, listSubscriptions } from '../../client/generated/sdk.gen.ts';
import { answerOf } from './failure.ts';

/** The key under which everything read of subscriptions is kept. */
export const SUBSCRIPTIONS = 'subscriptions';

export const subscriptionQuery = (subscriptionId: string) =>
  queryOptions({
    queryKey: [SUBSCRIPTIONS, 'one', subscriptionId],
    queryFn: ({ signal }) => answerOf(getSubscription({ path: { subscriptionId }, signal })),
  });

/** Page after page of everything the person may see. */
export const subscriptionsQuery = infiniteQueryOptions({
  queryKey: [SUBSCRIPTIONS, 'list'],
  queryFn: ({ signal, pageParam }) =>
    answerOf(listSubscriptions({ query: pageParam === null ? {} : { pageToken: pageParam }, signal })),
  initialPageParam: null as string | null,
  getNextPageParam: ({ nextPageToken }) => nextPageToken,
});
