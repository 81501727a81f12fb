/**
 * Measures what is read on saved product pages.
 *   node bench/extract.ts --pages DIR [--out FILE]
 * DIR holds *.html.gz. FILE gets what each page gave. Prints one line a page; the last line is JSON.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { ProductReading } from '#areas/catalog/reading/product-reading.ts';
import { readAnyProductPage } from '#areas/catalog/reading/read-product-page.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { decodeText } from '#platform/outbound/decode-text.ts';

interface PageResult {
  file: string;
  refused?: string;
  brand: string | null;
  product_name: string | null;
  price_minor: number | null;
  currency: string | null;
  product_image: string | null;
  sizes: string[];
  quality: string[];
  category?: ProductReading['category'];
}

const { values } = parseArgs({ options: { pages: { type: 'string' }, out: { type: 'string' } } });
if (values.pages === undefined) throw new Error('Give --pages DIR.');
const folder = values.pages;

/** A server has read pages before; the first ones compile the reader. */
const warm_up = 3;
for (const name of readdirSync(folder)
  .filter((one) => one.endsWith('.html.gz'))
  .toSorted()
  .slice(0, warm_up))
  readOne(name, decodeText(gunzipSync(readFileSync(join(folder, name))), 'text/html'));

/** Over everything that was there before the first page; the collector may not have run yet. */
const rss_before = process.memoryUsage().rss;
let [spent_ms, rss_most] = [0, rss_before];
const results = readdirSync(folder)
  .filter((name) => name.endsWith('.html.gz'))
  .toSorted()
  .map((file): PageResult => {
    const bytes = gunzipSync(readFileSync(join(folder, file)));
    const start = performance.now();
    const result = readOne(file, decodeText(bytes, 'text/html'));
    const took_ms = performance.now() - start;
    spent_ms += took_ms;
    rss_most = Math.max(rss_most, process.memoryUsage().rss);
    console.log(
      `${file.padEnd(44)} ${took_ms.toFixed(0).padStart(4)} ms  ${result.refused ?? `${result.brand || '-'} | ${result.product_name} | ${result.price_minor} ${result.currency} | ${result.sizes.join(' ') || 'no sizes'}`}`,
    );
    return result;
  });
const read = results.filter(({ refused }) => refused === undefined);
const apparel = read.filter(({ category }) => category !== 'other');
if (values.out !== undefined)
  writeFileSync(
    values.out,
    JSON.stringify(
      results.map(({ category: _category, ...shown }) => shown),
      null,
      1,
    ),
  );
console.log(
  JSON.stringify({
    pages: results.length,
    refused: results.length - read.length,
    with_name: read.filter(({ product_name }) => product_name).length,
    with_price: read.filter(({ price_minor }) => price_minor !== null).length,
    with_image: read.filter(({ product_image }) => product_image !== null).length,
    apparel_pages: apparel.length,
    apparel_with_sizes: apparel.filter(({ sizes }) => sizes.length > 0).length,
    extra_mb: Math.round((rss_most - rss_before) / 1_000_000),
    ms_per_page: Math.round((spent_ms / Math.max(1, results.length)) * 10) / 10,
  }),
);

/** A saved page that does not say where it belongs gets an address that nobody has. */
function readPage(file: string, html: string): ProductReading {
  try {
    return readAnyProductPage({ html, link: null });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'catalog.bad_link') throw error;
    return readAnyProductPage({ html, link: new URL(`https://saved.invalid/${encodeURIComponent(file)}`) });
  }
}

function readOne(file: string, html: string): PageResult {
  try {
    const { brand, product_name, price_minor, currency, product_image, size_options, quality, category } = readPage(file, html);
    const sizes = size_options.map(({ label }) => label);
    return {
      file,
      brand,
      product_name,
      price_minor,
      currency,
      product_image,
      sizes,
      quality: quality.map(({ message }) => message),
      category,
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const refused = `${error.code}: ${error.message}`;
    return {
      file,
      refused,
      brand: null,
      product_name: null,
      price_minor: null,
      currency: null,
      product_image: null,
      sizes: [],
      quality: [],
    };
  }
}
