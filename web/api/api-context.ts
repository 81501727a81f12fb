import { createContext, use } from 'react';
import type { Client } from '#contract/client.ts';
import { createQuietApi } from './create-api.ts';

export const ApiContext = createContext<Client | null>(null);

/** Gives the client that speaks for this browser's shopper. */
export function useApi(): Client {
  const api = use(ApiContext);
  if (!api) throw new Error('no ApiContext above this component');
  return api;
}

const quiet = createQuietApi();

/** Gives a client that never makes a stranger somebody: what needs somebody is refused instead. For what happens by itself. */
export const useQuietApi = (): Client => quiet;
