import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Command } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { decodeText } from '#platform/outbound/decode-text.ts';
import { pageTooLarge } from '#platform/outbound/outbound-errors.ts';
import { noSizes, notAPage } from './errors.ts';
import { keepReading, type Kept } from './keep-reading.ts';
import { loadSource } from './pipeline/load-link.ts';
import { runInPlace, type LoadReport } from './pipeline/run-in-place.ts';
import { readPageAside } from './read-page-aside.ts';
import { isFeed, readFeedItems } from './reading/feed/read-feed-items.ts';
import { groupItems, readFeedProduct } from './reading/feed/read-feed-product.ts';

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

/** Loads products by their links, one after the other, as politely as for a shopper; or all products of a merchant feed. */
export const import_products: Command = {
  name: 'import',
  usage: 'toile import FILE|URL',
  summary:
    'Read products by link, by a file with a link on each line, or from a Google Merchant feed (XML, TSV, CSV), and report what was refused and why',
  run: async (ctx, [source]) => {
    if (source === undefined) return 'Give a link, a file with a link on each line, or a Google Merchant feed.';
    const text = existsSync(source) ? readTextFile(source) : source;
    if (isFeed(text)) return show(await importFeed(ctx, text, new Date(statSync(source).mtimeMs)));
    const links = [
      ...new Set(
        text
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '' && !line.startsWith('#')),
      ),
    ];
    return show(await runInPlace(ctx, 'import', { sources: links, load: (one) => loadSource(ctx, one) }));
  },
};

/** A feed of 100,000 products has about 200 MB; it is read whole. */
const feed_max_bytes = 256 * 1024 * 1024;

function readTextFile(path: string): string {
  if (statSync(path).size > feed_max_bytes) throw pageTooLarge(path);
  return decodeText(readFileSync(path), 'text/plain');
}

/** Each product of a feed is one source of the run; it is as old as the feed. */
function importFeed(ctx: Ctx, text: string, written_at: Date): Promise<LoadReport> {
  const products = groupItems(readFeedItems(text));
  const read_at = new Date(Math.min(written_at.getTime(), ctx.clock.now().getTime())).toISOString();
  return runInPlace(ctx, 'import', {
    sources: [...products.keys()],
    load: async ({ source }) => {
      const reading = readFeedProduct(source, products.get(source)!);
      if (reading.size_options.length === 0) throw noSizes('no size in the feed');
      return keepReading(ctx, reading, { links: [new URL(reading.product_url)], read_at });
    },
  });
}

const show = (report: object): string => JSON.stringify(report, null, 2);

/** A saved page is as old as its file, so that it never replaces what was read later. */
async function loadFile(ctx: Ctx, path: string): Promise<Kept> {
  const reading = await readPageAside(ctx, { html: decodeText(readPage(path), 'text/html'), link: null });
  const saved_at = new Date(Math.min(statSync(path).mtimeMs, ctx.clock.now().getTime()));
  return keepReading(ctx, reading, { links: [], read_at: saved_at.toISOString(), is_vouched: true });
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
