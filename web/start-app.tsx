import { RouterClient } from '@tanstack/react-router/ssr/client';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { createApi } from './api/create-api.ts';
import { createQueries } from './api/query-client.ts';
import { createAppRouter } from './app-router.tsx';
import { chooseLocale, loadMessages } from './messages/languages.ts';
import { createTranslate } from './messages/translate.ts';

// The server chose the language and wrote the page in it; the browser goes on in the same.
const { language, locale } = chooseLocale([document.documentElement.lang]);
const t = createTranslate(locale, await loadMessages[language]());
const router = createAppRouter({ api: createApi(), queries: createQueries(), t, site: { public_url: window.location.origin } });

// A page that the server wrote stands where it was left, or where somebody has read to by now: its app awakes without moving it.
let is_standing = document.querySelector('link[rel="toile-later"]') !== null;
router.update({
  ...router.options,
  scrollRestoration: () => {
    const may_move = !is_standing;
    is_standing = false;
    return may_move;
  },
});

// In slices, so that a finger is answered in between.
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RouterClient router={router} />
    </StrictMode>,
  );
});
