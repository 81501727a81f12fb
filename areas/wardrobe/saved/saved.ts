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

/** Puts something aside for later; again changes nothing. Throws `wardrobe.too_many_saved`, and what stands in the way of keeping a look. */
export async function saveThing(ctx: Ctx, thing: Thing): Promise<SavedRow> {
  const { keep } = ctx.saved_things.get(thing.kind) ?? {};
  if (!keep) return inTransaction(ctx, (tx) => putAside(tx, { ...thing, saved_at: tx.clock.now().toISOString() }));
  await keep(ctx, thing.id);
  const kept = await findSaved(ctx, { person_id: me(ctx), ...thing });
  // Taken off again in the same moment.
  return kept ?? { person_id: me(ctx), ...thing, saved_at: ctx.clock.now().toISOString() };
}

/** Notes on the list, in the caller's transaction, what is kept; again changes nothing. Throws `wardrobe.too_many_saved`. */
export async function putAside(tx: Ctx, { saved_at, ...thing }: Thing & { saved_at: string }): Promise<SavedRow> {
  const person_id = me(tx);
  await lockWardrobe(tx, person_id);
  const known = await findSaved(tx, { person_id, ...thing });
  if (known) return known;
  if ((await countSaved(tx, person_id)) >= saved_max) throw tooManySaved(saved_max);
  const row = { person_id, ...thing, saved_at };
  await insertSaved(tx, row);
  return row;
}

/** Takes something off the list; again changes nothing. Whoever keeps the thing itself takes it off with it, so that a save of the same moment stays whole. */
export async function unsaveThing(ctx: Ctx, thing: Thing): Promise<void> {
  const person_id = me(ctx);
  const known = await findSaved(ctx, { person_id, ...thing });
  if (!known) return;
  const { leave } = ctx.saved_things.get(thing.kind) ?? {};
  if (leave && (await leave(ctx, thing.id).then(asLeft, asGone)) === 'left') return;
  await deleteSaved(ctx, { person_id, ...thing });
}

const asLeft = () => 'left' as const;

/** It was deleted meanwhile: then only its row on the list is left. */
function asGone(error: unknown): 'gone' {
  if (error instanceof AppError && error.status < 500) return 'gone';
  throw error;
}

interface Wanted {
  cursor?: string | undefined;
  limit: number;
  kind?: SavedKind | undefined;
  id?: string | undefined;
}

/** Lists what a person put aside, newest first; a product with what its card in the shop shows, a look with its picture. */
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
  const looks = await showOwn(
    ctx,
    rows.filter((row) => row.kind === 'look'),
  );
  const last = rows.length === limit ? rows.at(-1) : undefined;
  const saved = rows.map(({ person_id: _mine, ...row }) => ({
    ...row,
    product: (row.kind === 'product' && cards.get(row.id)) || null,
    look: (row.kind === 'look' && looks?.get(row.id)) || null,
  }));
  return { saved, next_cursor: last ? `${last.saved_at} ${last.id}` : null };
}

const showOwn = (ctx: Ctx, rows: readonly SavedRow[]) =>
  ctx.saved_things.get('look')?.show(
    ctx,
    rows.map(({ id }) => id),
  );

function readCursor(cursor: string): Pick<SavedRow, 'saved_at' | 'id'> {
  const [saved_at = '', id = ''] = cursor.split(' ');
  if (!z.iso.datetime().safeParse(saved_at).success || !z.uuid().safeParse(id).success)
    throw new AppError('request.invalid', { message: 'This cursor is of another list. Begin without one.', fields: { cursor: 'unknown' } });
  return { saved_at, id };
}
