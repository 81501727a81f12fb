import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { readEnvironment } from '#platform/testing/environment.ts';

/** Where real shop pages lie: TOILE_PAGES_DIR, or a folder that git ignores. They are the shops', and never committed. */
const folder = readEnvironment()['TOILE_PAGES_DIR'] ?? fileURLToPath(new URL('../data/saved-pages', import.meta.url));

/** Lists the pages of one shop that somebody saved, as `name.html` or `name.html.gz`. */
export function savedPages(shop: string): { file: string; path: string }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.startsWith(shop) && /\.html(\.gz)?$/.test(file))
    .sort()
    .map((file) => ({ file, path: join(folder, file) }));
}

/** Reads a saved page, and its address as the page itself gives it. */
export function readSavedPage(path: string): { url: string; html: string } {
  const bytes = readFileSync(path);
  const html = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const link = /<link[^>]*rel="canonical"[^>]*>/.exec(html)?.[0] ?? '';
  const url = /href="([^"]+)"/.exec(link)?.[1];
  if (url === undefined) throw new Error(`${path} has no canonical link, so nobody knows where to show it`);
  return { url: new URL(url.replaceAll('&amp;', '&')).href, html };
}
