import { product as product_schema, type Product } from '#contract/catalog.ts';
import type { Ctx } from '#platform/area/context.ts';
import { JsonText } from '#platform/area/area.ts';
import { notFound } from '#platform/errors/app-error.ts';
import { enqueue } from '#platform/queue/enqueue.ts';
import { isBoutiques } from './boutiques/boutique-retailer.ts';
import { chartsFor, sharedCharts } from './charts/known-charts.ts';
import { fittingGarment, type FittingGarment } from './fitting-garment.ts';
import { productNoLongerSold } from './errors.ts';
import { noteUse } from './pipeline/upkeep.store.ts';
import { findListedText, productIdOf, rememberedText, type FoundText } from './listed-product.ts';
import { fresh_s, presentProduct } from './present-product.ts';
import { productKey } from './product-key.ts';
import { findProduct, type ProductRow } from './product.store.ts';
import { refresh_product } from './refresh-product.ts';

/**
 * Gives a product as JSON, by id or by the slug of a boutique's, from memory where it can: the hottest read there is.
 * Throws `request.not_found`, `catalog.product_gone`, or `people.not_signed_in` where a session that has ended asks for
 * what its owner handed over.
 */
export async function readProductText(ctx: Ctx, id_or_slug: string): Promise<JsonText> {
  const found = await findOnSale(ctx, id_or_slug);
  // Public reads do not look the session up; what belongs to one person is shown only to a session that still lives.
  if (!found.is_shared) await ctx.checkActor();
  return new JsonText(found.text);
}

/** Gives a product that can still be had: what no longer is sold throws `catalog.product_gone`. Throws `request.not_found`. */
export async function readProductOnSale(ctx: Ctx, id_or_slug: string): Promise<Product> {
  return JSON.parse((await findOnSale(ctx, id_or_slug)).text) as Product;
}

async function findOnSale(ctx: Ctx, id_or_slug: string): Promise<FoundText> {
  const product_id = await productIdOf(ctx, id_or_slug);
  const found = product_id === undefined ? undefined : await findProductText(ctx, product_id);
  if (!found) throw notFound('product');
  if (found.is_gone) throw productNoLongerSold();
  return found;
}

/** Gives a product that the asker may see, also one that is no longer sold. The asker's session must have been looked up. Throws `request.not_found`. */
export async function readProduct(ctx: Ctx, product_id: string): Promise<Product> {
  const product = await readProductIfThere(ctx, product_id);
  if (!product) throw notFound('product');
  return product;
}

/** Gives the same, or undefined: a product that was handed over may be gone with who did so. */
export async function readProductIfThere(ctx: Ctx, product_id: string): Promise<Product | undefined> {
  const found = await findProductText(ctx, product_id);
  return found && (JSON.parse(found.text) as Product);
}

/** Gives a product that anybody may see, whoever asks; undefined also for one that was handed over. */
export async function readSharedProduct(ctx: Ctx, product_id: string): Promise<Product | undefined> {
  const found = await findProductText(ctx, product_id);
  return found?.is_shared ? (JSON.parse(found.text) as Product) : undefined;
}

async function findProductText(ctx: Ctx, product_id: string): Promise<FoundText | undefined> {
  const cached = await ctx.cache.get<string>(productKey(product_id));
  if (cached !== undefined) return rememberedText(cached);
  const row = await findProduct(ctx, product_id);
  if (!row) return undefined;
  if (isBoutiques(row)) return findListedText(ctx, product_id);
  const shown = presentProduct(row, { now: ctx.clock.now(), charts: await sharedCharts(ctx, row.brand) });
  const text = JSON.stringify(product_schema.parse(shown));
  if (!isShared(row)) return { text, is_shared: false, is_gone: false };
  await ctx.cache.set(productKey(product_id), cacheTime(ctx, row), text);
  await noteUse(ctx, product_id);
  if (shown.stale) await enqueue(ctx, refresh_product, { product_id }, { singleton_key: product_id });
  return { text, is_shared: true, is_gone: false };
}

/**
 * Gives a product that the asker may see, with what its size chart says of each size. `sizing` stands in where the page
 * does not say whose sizes these are. Throws `request.not_found`.
 */
export async function readProductForFitting(
  ctx: Ctx,
  product_id: string,
  { sizing = null }: { sizing?: Product['sizing'] } = {},
): Promise<{ product: Product; garment: FittingGarment }> {
  const product = await readProduct(ctx, product_id);
  return { product, garment: await garmentOf(ctx, product, product.sizing ?? sizing) };
}

/** Joins a product with the charts that count for the asker. */
export const garmentOf = async (ctx: Ctx, product: Product, sizing = product.sizing): Promise<FittingGarment> =>
  fittingGarment(product, await chartsFor(ctx, product.brand), sizing);

/** Until the product becomes stale at most, because the text says whether it is. */
function cacheTime({ config, clock }: Ctx, { read_at }: ProductRow): number {
  const fresh_for_s = Math.ceil((Date.parse(read_at) - clock.now().getTime()) / 1000) + fresh_s;
  return fresh_for_s > 0 ? Math.min(config.CACHE_TTL_PRODUCTS, fresh_for_s) : config.CACHE_TTL_PRODUCTS;
}

/** True for what Toile read itself; what a shopper handed over is theirs alone. */
export const isShared = ({ content_key }: Pick<ProductRow, 'content_key'>): boolean => content_key === '';
