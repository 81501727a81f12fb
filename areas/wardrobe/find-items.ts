import { me } from '#areas/people/index.ts';
import type { Item } from '#contract/wardrobe.ts';
import type { Ctx } from '#platform/area/context.ts';
import { findItem } from './item.store.ts';
import { presentItems } from './present-item.ts';

/** Gives those of some things that are in the wardrobe of who is asking, by id. */
export async function findItems(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, Item>> {
  const person_id = me(ctx);
  const rows = await Promise.all(ids.map((id) => findItem(ctx, person_id, id)));
  const items = await presentItems(
    ctx,
    rows.filter((row) => row !== undefined),
  );
  return new Map(items.map((item) => [item.id, item]));
}
