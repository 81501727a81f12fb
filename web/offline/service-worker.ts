/// <reference lib="webworker" />
import { type Kept, answerFromNetworkFirst, answerFromStore, forgetOldStores, isPersonalPage, keepShell } from './stores.ts';

declare const self: ServiceWorkerGlobalScope;
/** Written by the build: the files of this version, and its name. */
declare const TOILE_SHELL: readonly string[];
declare const TOILE_VERSION: string;

const kept: Kept = { version: TOILE_VERSION, shell: TOILE_SHELL };

self.addEventListener('install', (event) => event.waitUntil(keepShell(kept)));

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOldStores(kept).then(() => self.clients.claim()));
});

self.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
  // The shopper said yes to the new version; until then the old one goes on, so that no page changes under their hands.
  if (data === 'toile:take-over') void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith('/assets/') || url.pathname.startsWith('/pictures/'))
    return event.respondWith(answerFromStore(request, kept));
  if (request.mode === 'navigate' && !isPersonalPage(url.pathname)) return event.respondWith(answerFromNetworkFirst(request, kept, 'page'));
  if (request.mode === 'navigate') return event.respondWith(answerFromNetworkFirst(request, kept, 'frame'));
  if (isPublicAnswer(url)) return event.respondWith(answerFromNetworkFirst(request, kept, 'answer'));
});

/** What anybody may read and a shopper looks at again without a connection. What belongs to a person is never laid away here. */
const isPublicAnswer = ({ pathname }: URL): boolean => /^\/v1\/(products|boutiques|brands)(\/|$)/.test(pathname);
