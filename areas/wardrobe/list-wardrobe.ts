import { me } from '#areas/people/index.ts';
import type { WardrobeQuery } from '#contract/wardrobe.ts';
import type { Ctx } from '#platform/area/context.ts';
import { listItems } from './item.store.ts';
import { presentItems } from './present-item.ts';

/** Lists what a person owns, newest first, as they want to see it. */
export async function listWardrobe(ctx: Ctx, query: WardrobeQuery) {
  const rows = await listItems(ctx, me(ctx), query);
  return { items: await presentItems(ctx, rows), next_cursor: rows.length === query.limit ? (rows.at(-1)?.id ?? null) : null };
}
