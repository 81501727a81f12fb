import { createRequestHandler, RouterServer, renderRouterToString } from '@tanstack/react-router/ssr/server';
import { type Send, createClient } from '#contract/client.ts';
import { createQueries } from '#web/api/query-client.ts';
import { createAppRouter } from '#web/app-router.tsx';
import { type Language, chooseLocale, languages, loadMessages, messagesFile } from '#web/messages/languages.ts';
import { createTranslate } from '#web/messages/translate.ts';
import { isHoldersPage, isOwnersPage, isPublicPage, pagesOf } from '#web/pages.ts';
import { type ViteManifest, assetManifest } from './asset-manifest.ts';
import { takeOwnScripts } from './own-scripts.ts';

export { chooseLocale };
export { renderManifest } from './render-manifest.ts';
export { openSitemap } from './render-sitemap.ts';
export { isHoldersPage, isOwnersPage, pagesOf };

export interface PagesOptions {
  /** Vite's list of what it built for the browser. */
  manifest: ViteManifest;
  public_url: string;
  /** Asks the API of the same process: as nobody in particular, or as whoever a cookie names. */
  send: (cookie?: string) => Send;
}

export interface PageRequest {
  /** Path and query. */
  url: string;
  /** What the browser reads, best first. */
  languages: readonly string[];
  /** Whose page it is; only for pages that are written for their owner. */
  cookie?: string;
}

export interface Page {
  status: number;
  /** Where to instead, when the page says so. */
  location?: string;
  html: string;
  /** The scripts in it that we put there, by their text; a policy lets these run and no other. */
  scripts: string[];
  language: string;
}

/**
 * Makes the function that writes a page as a browser without scripts would need it. Unless it is given somebody's cookie it knows
 * nobody: what it writes may be shown to anyone, and whatever is personal comes after, in the browser.
 */
export function openPages({ manifest, public_url, send }: PagesOptions) {
  const assets = Object.fromEntries(languages.map((language) => [language, assetManifest(manifest, messagesFile(language))])) as Record<
    Language,
    ReturnType<typeof assetManifest>
  >;
  return renderPage;

  async function renderPage({ url, languages: read, cookie }: PageRequest): Promise<Page> {
    const api = createClient({ base_url: '', headers: () => ({ 'x-toile-client': 'web' }), fetch: send(cookie) });
    const { language, locale } = chooseLocale(read);
    const t = createTranslate(locale, await loadMessages[language]());
    const mark = crypto.randomUUID();
    const request = new Request(new URL(url, 'http://page.invalid'));
    const { pathname } = new URL(request.url);
    // What everybody may read is rendered here, or whoever has the address; of other pages, the frame.
    const defaultSsr = cookie !== undefined || isPublicPage(pathname) || isHoldersPage(pathname);
    const createRouter = () => {
      const router = createAppRouter({ api, queries: createQueries(), t, site: { public_url } });
      router.update({ ...router.options, defaultSsr, origin: public_url, ssr: { nonce: mark } } as typeof router.options);
      return router;
    };
    const handle = createRequestHandler({
      request,
      createRouter,
      getRouterManifest: async () => assets[language],
    });
    let status = 200;
    let is_written = false;
    const response = await handle(async ({ router, responseHeaders }) => {
      status = statusOf(router.state.matches) ?? 200;
      is_written = router.state.matches.every(({ ssr }) => ssr === true);
      return renderRouterToString({ router, responseHeaders, children: <RouterServer router={router} /> });
    });
    // What cannot be written for its owner is drawn in their browser, which knows what to say.
    if (cookie !== undefined && (status !== 200 || response.status !== 200)) return renderPage({ url, languages: read });
    const location = response.headers.get('location');
    const html = await response.text();
    return {
      status: status === 200 ? response.status : status,
      ...(location ? { location } : {}),
      ...takeOwnScripts(is_written ? scriptsLater(html) : html, mark),
      language,
    };
  }
}

/** A page that is gone for good says so in what it throws, `notFound({ data: { status: 410 } })`, or in what its loader gives it: `{ status: 410 }`. */
function statusOf(matches: readonly { error?: unknown; loaderData?: unknown }[]): number | undefined {
  type Told = { status?: number; data?: { status?: number } } | null | undefined;
  return matches.map(({ error, loaderData }) => (error as Told)?.data?.status ?? (loaderData as Told)?.status).find(Boolean);
}

/** On a page that can be read already, the browser fetches what it shows first; web/main.tsx asks for the app's files after that. */
const scriptsLater = (html: string): string => html.replaceAll('<link rel="modulepreload"', '<link rel="toile-later"');
