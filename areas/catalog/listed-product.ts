import { product as product_schema } from '#contract/catalog.ts';
import type { Ctx } from '#platform/area/context.ts';
import { publicUrl } from '#platform/config/config.ts';
import { notFound } from '#platform/errors/app-error.ts';
import { findBySlug, readListing } from './boutiques/listing.store.ts';
import { presentListing } from './boutiques/present-listing.ts';
import { sharedCharts } from './charts/known-charts.ts';
import { presentProduct } from './present-product.ts';
import { productKey } from './product-key.ts';
import { findProduct } from './product.store.ts';

const id_form = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** A slug leads to one product for good, so nothing ever makes this old. */
const slug_kept_s = 24 * 3600;

/** Finds which product an id or slug names, also when it is gone. */
export async function productIdOf(ctx: Ctx, id_or_slug: string): Promise<string | undefined> {
  if (id_form.test(id_or_slug)) return id_or_slug;
  const key = `catalog:slug:${id_or_slug}`;
  const known = await ctx.cache.get<string>(key);
  if (known !== undefined) return known;
  const found = await findBySlug(ctx, id_or_slug);
  if (found) await ctx.cache.set(key, slug_kept_s, found.product_id);
  return found?.product_id;
}

/** Reads the slug out of the address of one of our own products; null for any other text. */
export function ownSlugIn(ctx: Ctx, product_url: string): string | null {
  if (!URL.canParse(product_url)) return null;
  const { origin, pathname } = new URL(product_url);
  return origin === new URL(publicUrl(ctx.config)).origin ? (/^\/shop\/([a-z0-9-]{1,80})\/?$/.exec(pathname)?.[1] ?? null) : null;
}

/** What is remembered of a product that is no longer sold begins with this; JSON never does. */
const gone_mark = 'gone ';

export interface FoundText {
  text: string;
  is_shared: boolean;
  is_gone: boolean;
}

/** Reads what is remembered under a product's key. */
export const rememberedText = (kept: string): FoundText =>
  kept.startsWith(gone_mark)
    ? { text: kept.slice(gone_mark.length), is_shared: true, is_gone: true }
    : { text: kept, is_shared: true, is_gone: false };

/**
 * Gives a boutique's product as JSON. It is as it is in the database, never read from a page; whoever changes it, or its
 * stock, makes the cache forget it, also while it is being made.
 */
export const findListedText = async (ctx: Ctx, product_id: string): Promise<FoundText> =>
  rememberedText(await ctx.cache.getOrMake(productKey(product_id), ctx.config.CACHE_TTL_PRODUCTS, () => makeText(ctx, product_id)));

async function makeText(ctx: Ctx, product_id: string): Promise<string> {
  const [row, listing] = await Promise.all([findProduct(ctx, product_id), readListing(ctx, product_id)]);
  if (!row || !listing) throw notFound('product');
  const listed = presentListing(listing, row, publicUrl(ctx.config));
  const shown = presentProduct(row, { now: ctx.clock.now(), charts: await sharedCharts(ctx, row.brand), listed });
  return (listing.boutique ? '' : gone_mark) + JSON.stringify(product_schema.parse(shown));
}
