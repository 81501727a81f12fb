import { sql } from 'kysely';
import type { SavedKind } from '#contract/saved.ts';
import type { Ctx } from '#platform/area/context.ts';
import type { WardrobeTables } from '../wardrobe-tables.ts';

export type SavedRow = WardrobeTables['wardrobe_saved'];
type Thing = Pick<SavedRow, 'person_id' | 'kind' | 'id'>;

const wardrobe = (ctx: Ctx) => ctx.db.withTables<WardrobeTables>();

export const findSaved = (ctx: Ctx, { person_id, kind, id }: Thing): Promise<SavedRow | undefined> =>
  wardrobe(ctx)
    .selectFrom('wardrobe_saved')
    .selectAll()
    .where('person_id', '=', person_id)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .executeTakeFirst();

export async function insertSaved(tx: Ctx, row: SavedRow): Promise<void> {
  await wardrobe(tx)
    .insertInto('wardrobe_saved')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deleteSaved(ctx: Ctx, { person_id, kind, id }: Thing): Promise<void> {
  await wardrobe(ctx)
    .deleteFrom('wardrobe_saved')
    .where('person_id', '=', person_id)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .execute();
}

export const countSaved = async (ctx: Ctx, person_id: string): Promise<number> =>
  (
    await wardrobe(ctx)
      .selectFrom('wardrobe_saved')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('person_id', '=', person_id)
      .executeTakeFirstOrThrow()
  ).count;

interface Page {
  kind: SavedKind | undefined;
  id: string | undefined;
  /** Where the page before ended. */
  after: Pick<SavedRow, 'saved_at' | 'id'> | null;
  limit: number;
}

/** Newest first; of those saved at one moment by id. */
export function listSaved(ctx: Ctx, person_id: string, { kind, id, after, limit }: Page): Promise<SavedRow[]> {
  let query = wardrobe(ctx)
    .selectFrom('wardrobe_saved')
    .selectAll()
    .where('person_id', '=', person_id)
    .orderBy('saved_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (id !== undefined) query = query.where('id', '=', id);
  if (after !== null) query = query.where(sql<boolean>`(saved_at, id) < (${after.saved_at}, ${after.id})`);
  return query.execute();
}
