import type { Category } from '#contract/garment-kinds.ts';
import type { Ctx } from '#platform/area/context.ts';
import { rankAlike } from './rank-alike.ts';
import { listEmbeddings } from './tags.store.ts';

interface Wanted {
  id: string;
  owner_id: string;
  /** What each of the owner's garments is, as far as it is known: what is of the same kind is alike sooner. */
  kinds: ReadonlyMap<string, Category | null>;
  count: number;
}

/** Gives which of an owner's garments look like one of them, the likest first; none until its photo was looked at. The caller has authorised. */
export async function listSimilar(ctx: Ctx, { id, owner_id, kinds, count }: Wanted): Promise<string[]> {
  const all = await listEmbeddings(ctx, owner_id);
  const own = all.find(({ garment_id }) => garment_id === id);
  if (!own) return [];
  const kind = kinds.get(id) ?? null;
  const others = all
    .filter(({ garment_id }) => garment_id !== id)
    .map((one) => ({ ...one, id: one.garment_id, is_same_kind: kind !== null && kinds.get(one.garment_id) === kind }));
  return rankAlike(own, others, count);
}
