import type { Ctx } from '#platform/area/context.ts';
import { AppError } from '#platform/errors/app-error.ts';
import type { OutboundPage, Validators } from '#platform/outbound/outbound.ts';
import { linkNotAPage, retailerUnavailable } from './errors.ts';
import { keepReading, keepUnchanged, type Kept } from './keep-reading.ts';
import { findPageTag, savePageTag } from './pipeline/page-tag.store.ts';
import { noteRefusal } from './pipeline/refusal.store.ts';
import { noteShown } from './pipeline/upkeep.store.ts';
import { readPageAside } from './read-page-aside.ts';
import type { ProductReading } from './reading/product-reading.ts';
import { shopOf } from './shop.ts';

/**
 * Reads a product at the shop and keeps it for everybody: fetch, then the pipeline. A page that has not changed since is
 * not sent again; the product then counts as read now. Throws `catalog.*`; then nothing was stored but the count of refusals.
 */
export async function fetchProduct(ctx: Ctx, link: URL): Promise<Kept> {
  try {
    const known = await findPageTag(ctx, link);
    const page = await readPage(ctx, link, known);
    const kept = page === 'not_modified' ? await keepUnchanged(ctx, known!.product_id) : await loadPage(ctx, link, page);
    await noteShown(ctx, kept.row.id);
    return kept;
  } catch (error) {
    if (error instanceof AppError) await noteRefusal(ctx, link, { error, is_handed_over: false });
    throw error;
  }
}

/** Reads a product at the shop without keeping it. */
export async function readAtShop(ctx: Ctx, link: URL): Promise<ProductReading> {
  return readingOf(ctx, link, (await readPage(ctx, link)) as OutboundPage);
}

/** Extract, normalise, standardise, check (all pure, in `reading/`), then load. */
async function loadPage(ctx: Ctx, link: URL, page: OutboundPage): Promise<Kept> {
  const reading = await readingOf(ctx, link, page);
  const kept = await keepReading(ctx, reading, { links: [link, new URL(page.url)], read_at: ctx.clock.now().toISOString() });
  await savePageTag(ctx, link, { validators: page.validators, product_id: kept.row.id });
  return kept;
}

async function readingOf(ctx: Ctx, link: URL, { url, content_type, text }: OutboundPage): Promise<ProductReading> {
  if (/^(?:image|video|audio|font)\/|^application\/(?!xhtml)/i.test(content_type)) throw linkNotAPage(link.hostname);
  const page = { html: text, link: new URL(url) };
  try {
    return await readPageAside(ctx, page);
  } catch (error) {
    const shopify_json = error instanceof AppError && needs_more.has(error.code) ? await askShopify(ctx, page) : null;
    if (shopify_json === null) throw error;
    return readPageAside(ctx, { ...page, shopify_json });
  }
}

/** A theme may tell its sizes to people only. */
const needs_more: ReadonlySet<string> = new Set(['catalog.no_sizes', 'catalog.unknown_shop']);

/** Asks a Shopify shop for the product as data, once and as politely as for a page; null where it has none. */
async function askShopify(ctx: Ctx, { html, link }: { html: string; link: URL }): Promise<string | null> {
  const path = /^(?:\/[^/]+)*\/products\/[^/]+(?=\/?$)/.exec(link.pathname)?.[0];
  if (path === undefined || !/cdn\.shopify\.com|Shopify\.shop\b/.test(html)) return null;
  try {
    return (await ctx.outbound.readPage(new URL(`${path}.json`, link).href, ctx.signal)).text;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    ctx.log.info({ err: error, host: link.hostname }, 'a Shopify shop did not give its product as data');
    return null;
  }
}

async function readPage(ctx: Ctx, link: URL, known?: Validators): Promise<OutboundPage | 'not_modified'> {
  try {
    const page = known
      ? await ctx.outbound.rereadPage(link.href, { url: known.url, etag: known.etag, last_modified: known.last_modified }, ctx.signal)
      : await ctx.outbound.readPage(link.href, ctx.signal);
    ctx.metrics.outbound_requests_total.inc({ outcome: page === 'not_modified' ? page : 'read' });
    return page;
  } catch (error) {
    ctx.metrics.outbound_requests_total.inc({ outcome: error instanceof AppError ? error.code : 'failed' });
    if (error instanceof AppError && error.code === 'catalog.retailer_unavailable') throw retailerUnavailable(shopOf(link).name, error);
    throw error;
  }
}
