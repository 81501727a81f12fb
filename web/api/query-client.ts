import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '#contract/client.ts';

/** Makes the memory of what the server answered. */
export const createQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        refetchOnWindowFocus: false,
        // An answer from our server will not change by asking again; a lost connection may.
        retry: (count, error) => !(error instanceof ApiError) && count < 2,
      },
    },
  });
