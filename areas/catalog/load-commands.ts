import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Command } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { decodeText } from '#platform/outbound/decode-text.ts';
import { pageTooLarge } from '#platform/outbound/outbound-errors.ts';
import { notAPage } from './errors.ts';
import { keepReading, type Kept } from './keep-reading.ts';
import { loadSource } from './pipeline/load-link.ts';
import { runInPlace } from './pipeline/run-in-place.ts';
import { readPageAside } from './read-page-aside.ts';

/** As much as is read of a page at the shop. In bytes, unpacked. */
const page_max_bytes = 8 * 1024 * 1024;

/** Loads saved pages for everybody: an operator vouches for them. */
export const load_pages: Command = {
  name: 'pages',
  usage: 'toile pages DIR',
  summary: 'Load saved product pages (*.html, *.html.gz) for everybody, and report what was refused and why',
  run: async (ctx, [folder]) => {
    if (folder === undefined || !existsSync(folder) || !statSync(folder).isDirectory())
      return 'Give the folder that holds the saved pages.';
    const files = readdirSync(folder)
      .filter((name) => /\.html?(?:\.gz)?$/.test(name))
      .toSorted();
    return show(await runInPlace(ctx, 'pages', { sources: files, load: ({ source }) => loadFile(ctx, join(folder, source)) }));
  },
};

/** Loads products by their links, one after the other, as politely as for a shopper. */
export const import_products: Command = {
  name: 'import',
  usage: 'toile import FILE|URL',
  summary: 'Read products at their shops by link, or by a file with a link on each line, and report what was refused and why',
  run: async (ctx, [source]) => {
    if (source === undefined) return 'Give a link, or a file with a link on each line.';
    const lines = existsSync(source) ? readFileSync(source, 'utf8').split('\n') : [source];
    const links = [...new Set(lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#')))];
    return show(await runInPlace(ctx, 'import', { sources: links, load: (one) => loadSource(ctx, one) }));
  },
};

const show = (report: object): string => JSON.stringify(report, null, 2);

/** A saved page is as old as its file, so that it never replaces what was read later. */
async function loadFile(ctx: Ctx, path: string): Promise<Kept> {
  const reading = await readPageAside(ctx, { html: decodeText(readPage(path), 'text/html'), link: null });
  const saved_at = new Date(Math.min(statSync(path).mtimeMs, ctx.clock.now().getTime()));
  return keepReading(ctx, reading, { links: [], read_at: saved_at.toISOString() });
}

function readPage(path: string): Buffer {
  if (statSync(path).size > page_max_bytes) throw pageTooLarge(path);
  const bytes = readFileSync(path);
  if (!path.endsWith('.gz')) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: page_max_bytes });
  } catch (error) {
    throw (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? pageTooLarge(path) : notAPage();
  }
}
