import { sql } from 'kysely';
import type { ImportResult } from '#contract/imports.ts';
import type { Ctx } from '#platform/area/context.ts';
import type { PeopleTables } from '../people-tables.ts';

export type ImportRow = PeopleTables['people_imports'];

const people = (ctx: Ctx) => ctx.db.withTables<PeopleTables>();
const json = (result: ImportResult) => sql<ImportResult>`${JSON.stringify(result)}::jsonb`;

export async function insertImport(tx: Ctx, row: ImportRow): Promise<void> {
  await people(tx)
    .insertInto('people_imports')
    .values({ ...row, result: json(row.result) })
    .execute();
}

export const findImport = (ctx: Ctx, person_id: string, id: string): Promise<ImportRow | undefined> =>
  people(ctx).selectFrom('people_imports').selectAll().where('person_id', '=', person_id).where('id', '=', id).executeTakeFirst();

/** Newest first. */
export const listImports = (ctx: Ctx, person_id: string): Promise<ImportRow[]> =>
  people(ctx).selectFrom('people_imports').selectAll().where('person_id', '=', person_id).orderBy('id', 'desc').execute();

/** Locks the row until the transaction ends: whoever brings something back, and whoever stops it, take turns. Lock the person first. */
export const lockImport = (tx: Ctx, id: string): Promise<ImportRow | undefined> =>
  people(tx).selectFrom('people_imports').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export async function updateImport(ctx: Ctx, id: string, { result, ...change }: Partial<ImportRow>): Promise<void> {
  await people(ctx)
    .updateTable('people_imports')
    .set({ ...change, ...(result ? { result: json(result) } : {}), touched_at: ctx.clock.now().toISOString() })
    .where('id', '=', id)
    .execute();
}

/** Counts that the step in hand is begun; undefined when the import is over, or was stopped. */
export const beginAttempt = (ctx: Ctx, id: string): Promise<ImportRow | undefined> =>
  people(ctx)
    .updateTable('people_imports')
    .set({ attempts: sql`attempts + 1`, touched_at: ctx.clock.now().toISOString() })
    .where('id', '=', id)
    .where('state', '=', 'reading')
    .returningAll()
    .executeTakeFirst();

/** Takes back that it was begun: what failed was not the zip's fault. */
export async function excuseAttempt(ctx: Ctx, id: string): Promise<void> {
  await people(ctx)
    .updateTable('people_imports')
    .set({ attempts: sql`greatest(attempts - 1, 0)` })
    .where('id', '=', id)
    .execute();
}

/** Removes a person's imports and returns whose uploads they were; one alone, when it is named. */
export function deleteImports(tx: Ctx, person_id: string, id?: string): Promise<Pick<ImportRow, 'upload_id'>[]> {
  const query = people(tx).deleteFrom('people_imports').where('person_id', '=', person_id).returning('upload_id');
  return (id === undefined ? query : query.where('id', '=', id)).execute();
}

export async function moveImports(tx: Ctx, from_person_id: string, to_person_id: string): Promise<void> {
  await people(tx).updateTable('people_imports').set({ person_id: to_person_id }).where('person_id', '=', from_person_id).execute();
}

/** Removes what was begun before a time and is not being read; returns whose uploads they were. */
export const deleteOldImports = (tx: Ctx, before: Date): Promise<Pick<ImportRow, 'upload_id'>[]> =>
  people(tx)
    .deleteFrom('people_imports')
    .where('created_at', '<', before.toISOString())
    .where('state', '!=', 'reading')
    .returning('upload_id')
    .execute();

/** Lists those that are said to be read and were not touched since a time: their job was lost. */
export const listStuckImports = (ctx: Ctx, before: Date): Promise<ImportRow[]> =>
  people(ctx)
    .selectFrom('people_imports')
    .selectAll()
    .where('state', '=', 'reading')
    .where('touched_at', '<', before.toISOString())
    .execute();
