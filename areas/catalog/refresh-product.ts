import * as z from 'zod';
import { job } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { fetchProduct } from './fetch-product.ts';
import type { Kept } from './keep-reading.ts';
import { isPostponed, noteNotShown } from './pipeline/upkeep.store.ts';
import { isFresh } from './present-product.ts';
import { findProduct, type ProductRow } from './product.store.ts';

const payload = z.object({ product_id: z.uuid() });

/** Reads a product again that somebody looked at and that is older than a day. One at a time for each product. */
export const refresh_product = job({
  name: 'catalog.refresh-product',
  payload,
  // A shop that is down is often back within the hour: after 5, 10 and 20 minutes.
  retry_limit: 3,
  retry_delay_s: 300,
  is_unique: true,
  run: refreshProduct,
});

/** Idempotent: a product that is fresh by now, or was not shown lately, is left alone. Throws, to be run again, only while the shop is away. */
export async function refreshProduct(ctx: Ctx, { product_id }: z.infer<typeof payload>): Promise<void> {
  const row = await findProduct(ctx, product_id);
  if (!row || isFresh(row, ctx.clock.now()) || (await isPostponed(ctx, product_id))) return;
  try {
    await readAgain(ctx, row);
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'catalog.retailer_unavailable') throw error;
    // The shop refuses, or the product is gone: asking again would change nothing. It stays as it is, called stale.
    ctx.log.info({ err: error, product_id }, 'a product could not be read again');
  }
}

/** Reads a kept product again at its shop; one that is not shown there is asked for less and less often. Throws `catalog.*`. */
export async function readAgain(ctx: Ctx, { id, product_url }: Pick<ProductRow, 'id' | 'product_url'>): Promise<Kept> {
  try {
    return await fetchProduct(ctx, new URL(product_url));
  } catch (error) {
    if (error instanceof AppError) await noteNotShown(ctx, id, error.code);
    throw error;
  }
}
