import { listAlike } from '#areas/catalog/index.ts';
import { findEmbedding, listSimilar } from '#areas/garments/index.ts';
import type { ProductCard } from '#contract/for-sale.ts';
import type { Item } from '#contract/wardrobe.ts';
import type { Ctx } from '#platform/area/context.ts';
import { findItem, listKinds } from './item.store.ts';
import { owner } from './items.ts';
import { categoryOf, presentItems } from './present-item.ts';

/** A row of them on a wide screen, and one to spare. */
const similar_max = 8;

/** Shows what a person owns that looks like one garment of theirs, the likest first. Throws `request.not_found`. */
export async function listSimilarItems(ctx: Ctx, id: string): Promise<{ items: Item[] }> {
  const person_id = await owner(ctx, id);
  const kinds = await listKinds(ctx, person_id);
  const ids = await listSimilar(ctx, { id, owner_id: person_id, kinds, count: similar_max });
  const rows = await Promise.all(ids.map((one) => findItem(ctx, person_id, one)));
  return {
    items: await presentItems(
      ctx,
      rows.filter((row) => row !== undefined),
    ),
  };
}

/** Shows what boutiques sell that looks like a garment of a person, and is not that product itself. Throws `request.not_found`. */
export async function listProductsLike(ctx: Ctx, id: string): Promise<{ products: ProductCard[] }> {
  const person_id = await owner(ctx, id);
  const [row, embedded] = await Promise.all([findItem(ctx, person_id, id), findEmbedding(ctx, id)]);
  if (!row || !embedded) return { products: [] };
  return { products: await listAlike(ctx, { embedded, category: categoryOf(row), except: row.product_id, count: similar_max }) };
}
