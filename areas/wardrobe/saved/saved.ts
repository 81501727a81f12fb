import * as z from 'zod';
import { readCards } from '#areas/catalog/index.ts';
import { me } from '#areas/people/index.ts';
import type { SavedKind, SavedThing } from '#contract/saved.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { tooManySaved } from '../errors.ts';
import { lockWardrobe } from '../item.store.ts';
import { countSaved, deleteSaved, findSaved, insertSaved, listSaved, type SavedRow } from './saved.store.ts';

/** A list that is longer is no list for later. */
export const saved_max = 1000;

interface Thing {
  kind: SavedKind;
  id: string;
}

/** Puts something aside for later; again changes nothing. Throws `wardrobe.too_many_saved`. */
export function saveThing(ctx: Ctx, thing: Thing): Promise<SavedRow> {
  const person_id = me(ctx);
  return inTransaction(ctx, async (tx) => {
    await lockWardrobe(tx, person_id);
    const known = await findSaved(tx, { person_id, ...thing });
    if (known) return known;
    if ((await countSaved(tx, person_id)) >= saved_max) throw tooManySaved(saved_max);
    const row = { person_id, ...thing, saved_at: tx.clock.now().toISOString() };
    await insertSaved(tx, row);
    return row;
  });
}

export const unsaveThing = (ctx: Ctx, thing: Thing): Promise<void> => deleteSaved(ctx, { person_id: me(ctx), ...thing });

interface Wanted {
  cursor?: string | undefined;
  limit: number;
  kind?: SavedKind | undefined;
  id?: string | undefined;
}

/** Lists what a person put aside, newest first; a product with what its card in the shop shows. */
export async function listMySaved(
  ctx: Ctx,
  { cursor, limit, kind, id }: Wanted,
): Promise<{ saved: SavedThing[]; next_cursor: string | null }> {
  const rows = await listSaved(ctx, me(ctx), { kind, id, after: cursor === undefined ? null : readCursor(cursor), limit });
  const products = rows.filter((row) => row.kind === 'product');
  const cards = await readCards(
    ctx,
    products.map((row) => row.id),
  );
  const last = rows.length === limit ? rows.at(-1) : undefined;
  const saved = rows.map(({ person_id: _mine, ...row }) => ({ ...row, product: (row.kind === 'product' && cards.get(row.id)) || null }));
  return { saved, next_cursor: last ? `${last.saved_at} ${last.id}` : null };
}

function readCursor(cursor: string): Pick<SavedRow, 'saved_at' | 'id'> {
  const [saved_at = '', id = ''] = cursor.split(' ');
  if (!z.iso.datetime().safeParse(saved_at).success || !z.uuid().safeParse(id).success)
    throw new AppError('request.invalid', { message: 'This cursor is of another list. Begin without one.', fields: { cursor: 'unknown' } });
  return { saved_at, id };
}
