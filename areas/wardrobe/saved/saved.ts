import { me } from '#areas/people/index.ts';
import type { SavedKind } from '#contract/wardrobe.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { tooManySaved } from '../errors.ts';
import { lockWardrobe } from '../item.store.ts';
import { countSaved, deleteSaved, findSaved, insertSaved, listSaved, type SavedRow } from './saved.store.ts';

/** A list that is longer is no list for later. */
const saved_max = 1000;

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

export async function listMySaved(
  ctx: Ctx,
  { cursor, limit, kind }: { cursor?: string | undefined; limit: number; kind?: SavedKind | undefined },
) {
  const rows = await listSaved(ctx, me(ctx), { kind, after: cursor === undefined ? null : readCursor(cursor), limit });
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return { saved: rows, next_cursor: last ? `${last.saved_at} ${last.id}` : null };
}

function readCursor(cursor: string): Pick<SavedRow, 'saved_at' | 'id'> {
  const [saved_at = '', id = ''] = cursor.split(' ');
  if (Number.isNaN(Date.parse(saved_at)) || !/^[0-9a-f-]{36}$/.test(id))
    throw new AppError('request.invalid', { message: 'This cursor is of another list. Begin without one.', fields: { cursor: 'unknown' } });
  return { saved_at, id };
}
