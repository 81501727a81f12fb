import * as z from 'zod';
import { readProductIfThere } from '#areas/catalog/index.ts';
import { me } from '#areas/people/index.ts';
import { savedKind } from '#contract/saved.ts';
import type { Brought, Ctx } from '#platform/area/context.ts';
import { lockWardrobe } from '../item.store.ts';
import { saved_max } from './saved.ts';
import { countSaved, findSaved, insertSaved } from './saved.store.ts';

export const keptSaved = z.object({ kind: savedKind, id: z.uuid(), saved_at: z.iso.datetime() });

/** Puts a thing of a zip aside again, as it was; what is not here cannot be. */
export async function bringSaved(tx: Ctx, { kind, id, saved_at }: z.output<typeof keptSaved>): Promise<Brought[]> {
  const person_id = me(tx);
  await lockWardrobe(tx, person_id);
  if (await findSaved(tx, { person_id, kind, id })) return [{ kind: 'saved', outcome: 'known' }];
  // A look stands on the list once it is here again with its pictures, which is not ours to do.
  if (kind === 'look') return [];
  // Outfits are somebody's own, and go with them.
  if (kind !== 'product' || !(await readProductIfThere(tx, id))) return [{ kind: 'saved', outcome: 'skipped', reason: 'product_gone' }];
  if ((await countSaved(tx, person_id)) >= saved_max) return [{ kind: 'saved', outcome: 'skipped', reason: 'full' }];
  const now = tx.clock.now().toISOString();
  await insertSaved(tx, { person_id, kind, id, saved_at: saved_at < now ? saved_at : now });
  return [{ kind: 'saved', outcome: 'added' }];
}
