import type { Ctx } from '#platform/area/context.ts';
import { tables } from '../boutiques/boutique-tables.ts';

interface Page {
  after?: string | undefined;
  limit?: number;
}

/** Lists the slugs of all that is on sale, with when it changed, in the order of slugs. */
export async function listForSitemap(
  ctx: Ctx,
  { after = '', limit = 5000 }: Page = {},
): Promise<{ products: { slug: string; updated_at: string }[]; next_cursor: string | null }> {
  const products = await tables(ctx)
    .selectFrom('catalog_listings')
    .select(['slug', 'updated_at'])
    .where('gone_at', 'is', null)
    .where('slug', '>', after)
    .orderBy('slug')
    .limit(limit)
    .execute();
  return { products, next_cursor: products.length === limit ? products.at(-1)!.slug : null };
}
