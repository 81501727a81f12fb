import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '#contract/client.ts';

/** Makes the memory of what the server answered. */
export const createQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        refetchOnWindowFocus: false,
        // Without a connection what was seen still answers (offline/service-worker.ts), and what cannot fails at once and says so.
        networkMode: 'always',
        refetchOnReconnect: true,
        // An answer from our server will not change by asking again; a lost connection may.
        retry: (count, error) => !(error instanceof ApiError) && count < 2,
      },
      mutations: { networkMode: 'always' },
    },
  });
