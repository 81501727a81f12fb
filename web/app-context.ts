import type { QueryClient } from '@tanstack/react-query';
import type { Client } from '#contract/client.ts';
import type { Translate } from './messages/translate.ts';

/** What every route may use, in its loader as well as in its page. */
export interface AppContext {
  api: Client;
  queries: QueryClient;
  t: Translate;
  /** Facts of this installation that the server knows and the browser is told. */
  site: { public_url: string };
}
