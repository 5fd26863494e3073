import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { getMe } from '../../client/generated/sdk.gen.ts';
import type { Me } from '../../client/generated/types.gen.ts';
import { answerOf } from './failure.ts';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => answerOf(getMe({ signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Who is signed in. Only inside the shell, which has it read before it shows anything. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data;
