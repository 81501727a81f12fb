import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { forgetPictureFiles } from '../pictures/picture-files.ts';
import { deleteBoutique, lockBoutique } from './boutique.store.ts';
import { forgetProducts } from './forget-products.ts';
import { clearListings, findBySlug, listProductIdsOf } from './listing.store.ts';

/**
 * Removes a boutique with its pictures; its products are gone, and their addresses say so. Idempotent. Returns the
 * ids of the products that went.
 */
export async function removeBoutique(ctx: Ctx, slug: string): Promise<string[]> {
  const removed = await inTransaction(ctx, async (tx) => {
    const boutique = await lockBoutique(tx, slug);
    if (!boutique) return [];
    const product_ids = await listProductIdsOf(tx, boutique.id);
    await forgetPictureFiles(tx, await clearListings(tx, product_ids));
    await deleteBoutique(tx, boutique.id);
    return product_ids;
  });
  await forgetProducts(ctx, removed);
  return removed;
}

/** Takes one product off the shelves; its address says that it is gone. Idempotent. Returns whether there was one. */
export async function removeBoutiqueProduct(ctx: Ctx, slug: string): Promise<boolean> {
  const found = await findBySlug(ctx, slug);
  if (!found || found.gone_at !== null) return false;
  await inTransaction(ctx, async (tx) => forgetPictureFiles(tx, await clearListings(tx, [found.product_id])));
  await forgetProducts(ctx, [found.product_id]);
  return true;
}
