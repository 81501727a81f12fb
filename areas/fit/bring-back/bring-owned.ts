import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { owned_garment_routes } from '#contract/owned-garments.ts';
import type { Brought, Ctx } from '#platform/area/context.ts';
import { newId } from '#platform/ids/new-id.ts';
import { insertOwned, listOwned, lockOwned, owned_max, type OwnedRow } from '../owned-garment.store.ts';

const { brand, category, size, overall, sizing, description, garment_cm } = owned_garment_routes.addOwnedGarment.body.shape;

export const keptOwned = z.object({
  brand,
  category,
  size,
  overall,
  sizing: sizing.unwrap().nullable(),
  description: description.unwrap().nullable(),
  garment_cm: garment_cm.unwrap().nullable(),
  created_at: z.iso.datetime(),
});
type Kept = z.output<typeof keptOwned>;

/** Brings back a garment that fits; the same words are the same garment. */
export async function bringOwned(tx: Ctx, profile_id: string, { created_at, ...kept }: Kept): Promise<Brought[]> {
  await lockOwned(tx, profile_id);
  const here = await listOwned(tx, profile_id);
  if (here.some((row) => isDeepStrictEqual(wordsOf(row), wordsOf(kept)))) return [{ kind: 'owned_garments', outcome: 'known' }];
  if (here.length >= owned_max) return [{ kind: 'owned_garments', outcome: 'skipped', reason: 'full' }];
  const now = tx.clock.now().toISOString();
  await insertOwned(tx, { ...kept, id: newId(), profile_id, created_at: created_at < now ? created_at : now });
  return [{ kind: 'owned_garments', outcome: 'added' }];
}

const wordsOf = (row: Omit<OwnedRow, 'id' | 'profile_id' | 'created_at'>) => ({
  brand: row.brand,
  category: row.category,
  size: row.size,
  overall: row.overall,
  sizing: row.sizing,
  description: row.description,
  garment_cm: row.garment_cm,
});
