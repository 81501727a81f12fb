import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Client } from '#contract/client.ts';
import { ApiContext } from '#web/api/api-context.ts';
import { TranslateContext } from '#web/messages/translate-context.ts';
import type { Translate } from '#web/messages/translate.ts';
import { UnitsContext, useUnitsStore } from '#web/people/units-context.ts';
import { SayProvider } from './say.tsx';

/** Hands every component what it may ask for: server, words, units, a voice. */
export function Providers({ api, queries, t, children }: { api: Client; queries: QueryClient; t: Translate; children: ReactNode }) {
  const units = useUnitsStore();
  return (
    <ApiContext value={api}>
      <TranslateContext value={t}>
        <UnitsContext value={units}>
          <QueryClientProvider client={queries}>
            <SayProvider>{children}</SayProvider>
          </QueryClientProvider>
        </UnitsContext>
      </TranslateContext>
    </ApiContext>
  );
}
