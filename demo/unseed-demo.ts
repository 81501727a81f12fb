import { removeBoutique } from '#areas/catalog/index.ts';
import { deleteInvented } from '#areas/insight/index.ts';
import type { Ctx } from '#platform/area/context.ts';
import { demo_boutiques } from './catalogue/index.ts';
import { markUnwanted } from './state.store.ts';

/**
 * Removes the invented boutiques, their pictures and what invented shoppers did, and nothing else; they do not come back by
 * themselves. Addresses of their products say that these are gone, and fittings that people began with them stay. Idempotent.
 */
export async function unseedDemo(ctx: Ctx): Promise<{ product_ids: string[]; interactions: number }> {
  // First, so that a seeding under way cannot go on behind us.
  await markUnwanted(ctx);
  const product_ids: string[] = [];
  for (const { slug } of demo_boutiques) product_ids.push(...(await removeBoutique(ctx, slug)));
  return { product_ids, interactions: await deleteInvented(ctx) };
}
