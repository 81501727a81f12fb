import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Send } from '#contract/client.ts';
import type { Ports } from '#platform/area/context.ts';
import { makeMemoryCache } from '#platform/cache/memory-cache.ts';
import { publicUrl } from '#platform/config/config.ts';
import { acceptedLanguages } from './accepted-languages.ts';
import { pagePolicy } from './page-security.ts';

/** What the built web app gives us (web/server/render-page.tsx). It is loaded by path: the platform imports no page. */
interface PagesModule {
  openPages: (options: {
    manifest: object;
    public_url: string;
    send: (cookie?: string) => Send;
  }) => (request: PageRequest) => Promise<Page>;
  openSitemap: (options: { public_url: string; send: Send }) => () => Promise<string>;
  renderManifest: RenderManifest;
  chooseLocale: ChooseLocale;
  pagesOf: (wanted: 'personal') => string[];
  isOwnersPage: (pathname: string) => boolean;
  isHoldersPage: (pathname: string) => boolean;
}
interface PageRequest {
  url: string;
  languages: readonly string[];
  cookie?: string;
}
interface Page {
  status: number;
  location?: string;
  html: string;
  /** The scripts in it that are the renderer's own, by their text. */
  scripts: readonly string[];
  language: string;
}
export interface RenderedPage extends Omit<Page, 'scripts'> {
  policy: string;
  /** Written for one person, and kept by nobody. */
  is_personal: boolean;
}
export type RenderPage = (request: FastifyRequest) => Promise<RenderedPage>;

/** Writes what a browser that installs the app is told of it, in the first of its languages that there is. */
type RenderManifest = (languages: readonly string[]) => Promise<{ language: string; manifest: object }>;

/** Finds the first of somebody's languages that the app speaks, with its region where that changes figures. */
type ChooseLocale = (languages: readonly string[]) => { locale: string };

/** What the built app renders on the server. */
export interface Renderer {
  renderPage: RenderPage;
  renderSitemap: () => Promise<string>;
  renderManifest: RenderManifest;
  chooseLocale: ChooseLocale;
  /** Addresses of pages that show somebody's own things, as the router writes them: `/fitting/$session_id`. */
  personal_pages: readonly string[];
}

/** How long a page may be shown again without asking anew, in seconds; stock and prices on it are at most as old. */
const page_ttl_s = 30;
/** Longer addresses are somebody's own, and would fill the memory. */
const cached_url_max = 300;

/** Some 20 kB each. */
const pages_max = 500;
/** What advertisements and mails add to a link; it changes nothing of the page. */
const tracking = /^(utm_\w+|gclid|fbclid|msclkid|mc_[ce]id)$/;

/** Where the two halves of the built app lie. */
export interface BuiltApp {
  web: string;
  server: string;
}

/** Loads the renderer of pages, or says that there is none. Public pages are anonymous, so that everybody who reads their language is shown the same. */
export async function openRenderedPages(server: FastifyInstance, { web, server: code }: BuiltApp, ports: Ports): Promise<Renderer | null> {
  const [file, manifest_file] = [join(code, 'render-page.js'), join(web, '.vite/manifest.json')];
  if (!existsSync(file) || !existsSync(manifest_file)) return null;
  const { openPages, openSitemap, chooseLocale, pagesOf, isOwnersPage, isHoldersPage, renderManifest } = (await import(
    pathToFileURL(file).href
  )) as PagesModule;
  const manifest = JSON.parse(readFileSync(manifest_file, 'utf8')) as object;
  const public_url = publicUrl(ports.config);
  const render = openPages({ manifest, public_url, send: (cookie) => askInside(server, { public_url, cookie }) });
  const renderWithPolicy = async (request: PageRequest, is_personal = request.cookie !== undefined): Promise<RenderedPage> => {
    const { scripts, ...page } = await render(request);
    return { ...page, policy: pagePolicy(scripts), is_personal };
  };
  // A cache of its own: pages are larger than what others remember, and there are more addresses than anybody counts.
  const pages = makeMemoryCache(undefined, pages_max);
  server.addHook('onClose', () => pages.stop());
  const renderShared = async (request: PageRequest): Promise<RenderedPage> => {
    const key = `${chooseLocale(request.languages).locale} ${request.url}`;
    const page = await pages.getOrMake(key, page_ttl_s, () => renderWithPolicy(request));
    // What failed, or is not there, is looked at anew by the next one.
    if (page.status !== 200) await pages.forget(key);
    return page;
  };
  const renderPage: RenderPage = (request) => {
    const languages = acceptedLanguages(request);
    const { url } = request;
    const { cookie } = request.headers;
    const path = url.split('?', 1)[0]!;
    if (cookie !== undefined && isOwnersPage(path)) return renderWithPolicy({ url, languages, cookie });
    // As nobody: what its address opens is all that is shown.
    if (isHoldersPage(path)) return renderWithPolicy({ url, languages }, true);
    if (url.length > cached_url_max) return renderWithPolicy({ url, languages });
    return renderShared({ url: withoutTracking(url), languages });
  };
  return {
    renderPage,
    renderSitemap: openSitemap({ public_url, send: askInside(server, { public_url }) }),
    renderManifest,
    chooseLocale,
    personal_pages: pagesOf('personal'),
  };
}

function withoutTracking(url: string): string {
  const [path = '', query] = url.split('?', 2);
  if (query === undefined) return url;
  const kept = [...new URLSearchParams(query)].filter(([name]) => !tracking.test(name));
  return kept.length === 0 ? path : `${path}?${new URLSearchParams(kept).toString()}`;
}

/**
 * Asks our own API without leaving the process. As nobody, the visitor's own limit counts the page instead; as somebody, each
 * question counts as theirs. A session that is renewed meanwhile is so with their browser's next question.
 */
function askInside(server: FastifyInstance, { public_url, cookie }: { public_url: string; cookie?: string | undefined }): Send {
  return async (url, init = {}) => {
    const answer = await server.inject({
      method: init.method === 'POST' ? 'POST' : 'GET',
      url,
      headers: {
        ...(init.headers as Record<string, string>),
        ...(cookie === undefined ? {} : { cookie, origin: public_url }),
        [inside_header]: server.inside_key,
      },
      ...(typeof init.body === 'string' ? { payload: init.body } : {}),
    });
    return new Response(answer.body, { status: answer.statusCode, headers: { 'content-type': String(answer.headers['content-type']) } });
  };
}

/** Carries a secret of this process, so that only the process itself can send it. */
export const inside_header = 'x-toile-inside';
