import { QueryClient } from '@tanstack/react-query';
import { ApiFailure } from './failure.ts';

const TRIES = 3;

/** What has been read is kept, shown at once and read again when a page opens, a live event tells or the window is looked at. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: (failures, error) => failures < TRIES - 1 && error instanceof ApiFailure && error.isPassing,
        retryDelay: (failures) => 500 * 2 ** failures,
        // Offline is a failure to be shown like any other, not a reason to wait without a word.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
