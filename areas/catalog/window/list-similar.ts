import type { ProductCard } from '#contract/for-sale.ts';
import type { Ctx } from '#platform/area/context.ts';
import { readProductOnSale } from '../read-product.ts';
import { listSimilar, showCards } from './card.store.ts';

/** Lists what boutiques sell that is most like a product: see listSimilar. Throws `request.not_found`, `catalog.product_gone`. */
export async function listSimilarProducts(ctx: Ctx, id_or_slug: string, limit: number): Promise<ProductCard[]> {
  const { id, slug } = await readProductOnSale(ctx, id_or_slug);
  return slug === null ? [] : showCards(ctx, await listSimilar(ctx, id, limit));
}
