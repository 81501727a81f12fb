import { createContext, use } from 'react';
import type { Client } from '#contract/client.ts';

export const ApiContext = createContext<Client | null>(null);

/** Gives the typed client. */
export function useApi(): Client {
  const api = use(ApiContext);
  if (!api) throw new Error('no ApiContext above this component');
  return api;
}
