import { createHash } from 'node:crypto';
import type { Product } from '#contract/catalog.ts';
import type { ErrorCode } from '#contract/error-codes.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { noLink } from './errors.ts';
import { sharedCharts } from './charts/known-charts.ts';
import { fetchProduct } from './fetch-product.ts';
import { linkKey } from './link-key.ts';
import { ownSlugIn } from './listed-product.ts';
import { parseLink } from './parse-link.ts';
import { noteRefusal } from './pipeline/refusal.store.ts';
import { noteUse } from './pipeline/upkeep.store.ts';
import { isFresh, presentProduct } from './present-product.ts';
import { linkCacheKey } from './product-key.ts';
import { findByLink, findFetched, saveHandedOver, saveProduct, type ProductRow } from './product.store.ts';
import { readPageAside } from './read-page-aside.ts';
import { isShared, readProduct, readProductOnSale } from './read-product.ts';
import type { ProductReading } from './reading/product-reading.ts';

export interface ProductSource {
  product_url?: string | undefined;
  /** The page as the shopper's own browser saw it; counts before the link. */
  page_html?: string | undefined;
}

/**
 * Finds the product behind a link or a page. A link: memory (1 h), database (24 h), the shop; when the shop cannot be
 * read, the stored one, `stale`. A page: read as given, seen only by who handed it over (see README.md).
 * Throws `catalog.*`; then nothing was stored.
 */
export async function findOrReadProduct(ctx: Ctx, { product_url, page_html }: ProductSource): Promise<Product> {
  const own = page_html === undefined && product_url !== undefined ? ownSlugIn(ctx, product_url) : null;
  if (own !== null) return readProductOnSale(ctx, own);
  const link = product_url === undefined ? null : parseLink(product_url);
  if (page_html !== undefined) return show(ctx, await takePage(ctx, page_html, link));
  if (!link) throw noLink('neither a link nor a page');
  const key = linkKey(link);
  const remembered = await ctx.cache.get<string>(linkCacheKey(key));
  const cached = remembered === undefined ? undefined : await readProduct(ctx, remembered);
  if (cached && isFresh(cached, ctx.clock.now())) return cached;
  const row = await findOrFetch(ctx, link, key);
  if (isShared(row) && isFresh(row, ctx.clock.now())) await ctx.cache.set(linkCacheKey(key), ctx.config.CACHE_TTL_PRODUCTS, row.id);
  if (isShared(row)) await noteUse(ctx, row.id);
  return show(ctx, row);
}

const show = async (ctx: Ctx, row: ProductRow): Promise<Product> =>
  presentProduct(row, { now: ctx.clock.now(), charts: await sharedCharts(ctx, row.brand) });

/** The shop is away, keeps us out, or shows something that is no product (often a page meant for robots). */
const served_stale: ReadonlySet<ErrorCode> = new Set([
  'catalog.retailer_unavailable',
  'catalog.page_refused',
  'catalog.robots_forbidden',
  'catalog.not_a_product',
  'catalog.no_sizes',
  'catalog.not_a_page',
  'catalog.unknown_shop',
  'catalog.page_too_large',
]);

async function findOrFetch(ctx: Ctx, link: URL, key: string): Promise<ProductRow> {
  const known = await findByLink(ctx, key);
  if (known && isFresh(known, ctx.clock.now())) return known;
  try {
    return (await fetchProduct(ctx, link)).row;
  } catch (error) {
    if (!known || !(error instanceof AppError) || !served_stale.has(error.code)) throw error;
    ctx.log.info({ err: error, product_id: known.id }, 'a stored product is served stale');
    return known;
  }
}

/** A page from a shopper may say anything, so it never touches what others see. What Toile read itself within a day counts before it. */
async function takePage(ctx: Ctx, html: string, link: URL | null): Promise<ProductRow> {
  const { person_id } = ctx.actor;
  if (person_id === null) throw new Error('a page can only be handed over by a person');
  const reading = await readGivenPage(ctx, html, link);
  const fetched = await findFetched(ctx, reading);
  if (fetched && isFresh(fetched, ctx.clock.now())) return fetched;
  const content_key = createHash('sha256').update(JSON.stringify(reading)).digest('hex');
  return inTransaction(ctx, async (tx) => {
    const row = await saveProduct(tx, reading, { content_key, read_at: tx.clock.now().toISOString() });
    await saveHandedOver(tx, { person_id, product_id: row.id, link_key: linkKey(link ?? new URL(reading.product_url)) });
    return row;
  });
}

async function readGivenPage(ctx: Ctx, html: string, link: URL | null): Promise<ProductReading> {
  try {
    return await readPageAside(ctx, { html, link, is_handed_over: true });
  } catch (error) {
    if (error instanceof AppError) await noteRefusal(ctx, link, { error, is_handed_over: true });
    throw error;
  }
}
