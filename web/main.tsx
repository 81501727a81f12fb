import '@fontsource-variable/newsreader/opsz.css';
import '@fontsource-variable/instrument-sans/wght.css';
import './design/design.css';
import { QueryClient } from '@tanstack/react-query';
import { RouterProvider, createRouter } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiError } from '#contract/client.ts';
import { createApi } from './api/create-api.ts';
import { Providers } from './design/providers.tsx';
import en from './messages/en.json' with { type: 'json' };
import { createTranslate } from './messages/translate.ts';
import { applyTheme, readTheme } from './people/theme.ts';
import { routeTree } from './routeTree.gen.ts';

const router = createRouter({ routeTree, scrollRestoration: true, defaultPreload: 'intent' });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
  /** The advice before somebody told us more, so that the page can say what changed. */
  interface HistoryState {
    before?: { size: string; percent: number };
    /** What a correction of the size chart changed, in words. */
    chart_saved?: string;
  }
}

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      refetchOnWindowFocus: false,
      // An answer from our server will not change by asking again; a lost connection may.
      retry: (count, error) => !(error instanceof ApiError) && count < 2,
    },
  },
});

/** The words are English; numbers and dates follow the shopper's own kind of it. */
const locale = navigator.languages.find((language) => language.startsWith('en')) ?? 'en';

applyTheme(readTheme());

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Providers api={createApi()} queries={queries} t={createTranslate(locale, en)}>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
);
