/// <reference lib="webworker" />
import { endsOwning, isOwnAnswer, isOwnPicture } from './own-paths.ts';
import { answerOwn, answerOwnPicture, forgetOwnAfter } from './own-things.ts';
import { type Asked, type Kept, answerFromNetworkFirst, answerFromStore, forgetOldStores, keepFrame, keepShell } from './stores.ts';
import { isPublicPage } from '#web/pages.ts';

declare const self: ServiceWorkerGlobalScope;
/** Written by the build: the files of this version, and its name. */
declare const TOILE_SHELL: readonly string[];
declare const TOILE_VERSION: string;

const kept: Kept = { version: TOILE_VERSION, shell: TOILE_SHELL };

self.addEventListener('install', (event) => event.waitUntil(keepShell(kept)));

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOldStores(kept).then(() => self.clients.claim()));
});

self.addEventListener('message', (event: ExtendableMessageEvent) => {
  // The shopper said yes to the new version; until then the old one goes on, so that no page changes under their hands.
  if (event.data === 'toile:take-over') void self.skipWaiting();
  // Another language was chosen. What cannot be fetched now stays as it was.
  if (event.data === 'toile:new-language') event.waitUntil(keepFrame(kept).catch(() => undefined));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (endsOwning(request.method, url.pathname)) return event.respondWith(forgetOwnAfter(request));
  if (request.method !== 'GET') return;
  // Somebody's download goes to their disk, never into a store.
  if (request.mode === 'navigate' && url.pathname.startsWith('/v1/')) return;
  // The answer waits for no store: a full one costs what works without a connection, never the page.
  const asked: Asked = { request, later: (work) => event.waitUntil(work.catch(() => undefined)) };
  if (url.pathname.startsWith('/assets/') || url.pathname.startsWith('/pictures/')) return event.respondWith(answerFromStore(asked, kept));
  // Of what is not public the document is only the frame, and kept with the app itself.
  if (request.mode === 'navigate')
    return event.respondWith(answerFromNetworkFirst(asked, kept, isPublicPage(url.pathname) ? 'page' : 'frame'));
  if (isPublicAnswer(url)) return event.respondWith(answerFromNetworkFirst(asked, kept, 'answer'));
  if (isOwnPicture(url.pathname)) return event.respondWith(answerOwnPicture(asked));
  if (isOwnAnswer(url.pathname))
    return event.respondWith(
      answerOwn(asked, (seen_at) => {
        // The page says since when it shows this; null: it is of now.
        const told = { toile: 'seen-at', path: url.pathname, seen_at };
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- to our own page, which has no origin but ours
        asked.later(self.clients.get(event.clientId).then((page) => page?.postMessage(told)));
      }),
    );
});

/** A product that is asked for by its id may be a page that somebody handed over, and theirs alone. */
const by_id = /\/[0-9a-f]{8}-[0-9a-f-]{27}(\/|$)/;

/** What anybody may read and a shopper looks at again without a connection. What belongs to a person is never laid away here; of it the wardrobe alone is, apart (own-things.ts). */
const isPublicAnswer = ({ pathname }: URL): boolean => /^\/v1\/(products|boutiques|brands)(\/|$)/.test(pathname) && !by_id.test(pathname);
