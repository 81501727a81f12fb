import { sql } from 'kysely';
import type { ModelFigures, ModelVersion } from '#contract/models.ts';
import type { Ctx } from '#platform/area/context.ts';

/** `size_bytes`: PostgreSQL gives a bigint as text. */
type StoredRow = Omit<ModelRow, 'size_bytes'> & { size_bytes: number | string };

export type ModelRow = Omit<ModelVersion, 'figures'> & { name: string; storage_key: string; figures: ModelFigures };

/** An operator sees so many versions of a model; older ones stay stored. */
const shown_max = 50;
const shown_columns = [
  'name',
  'version',
  'state',
  'refused_because',
  'storage_key',
  'size_bytes',
  'figures',
  'trained_at',
  'promoted_at',
] as const;

const models = (ctx: Ctx) => ctx.db.withTables<{ platform_models: StoredRow }>();

/** Numbers of versions go up by one; the primary key refuses a second taker of the same number. */
export async function nextVersion(ctx: Ctx, name: string): Promise<number> {
  const { last } = await models(ctx)
    .selectFrom('platform_models')
    .select((select) => select.fn.max<number | null>('version').as('last'))
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

export async function insertModel(tx: Ctx, row: ModelRow): Promise<void> {
  await models(tx)
    .insertInto('platform_models')
    .values({ ...row, figures: JSON.stringify(row.figures) as never })
    .execute();
}

/** Waits for whoever changes the same model now. */
export const lockVersions = (tx: Ctx, name: string): Promise<ModelRow[]> =>
  models(tx).selectFrom('platform_models').selectAll().where('name', '=', name).orderBy('version').forUpdate().execute().then(withNumbers);

/** Each name's newest versions, newest first; the one in use is always among them. */
export const listVersions = (ctx: Ctx): Promise<ModelRow[]> =>
  models(ctx)
    .selectFrom(
      models(ctx)
        .selectFrom('platform_models')
        .selectAll()
        .select(sql<number>`row_number() over (partition by name order by state = 'promoted' desc, version desc)`.as('place'))
        .as('placed'),
    )
    .select(shown_columns)
    .where('place', '<=', shown_max)
    .orderBy('name')
    .orderBy('version', 'desc')
    .execute()
    .then(withNumbers);

export const findPromoted = (ctx: Ctx, name: string): Promise<ModelRow | undefined> =>
  models(ctx)
    .selectFrom('platform_models')
    .selectAll()
    .where('name', '=', name)
    .where('state', '=', 'promoted')
    .execute()
    .then((rows) => withNumbers(rows)[0]);

/** Tells whether a version newer than this one was gone back from: taken out of use by an operator, not followed by another. */
export const hasGoneBack = async (ctx: Ctx, name: string, version: number): Promise<boolean> =>
  (await models(ctx)
    .selectFrom('platform_models')
    .select('version')
    .where('name', '=', name)
    .where('state', '=', 'retired')
    .where('promoted_at', 'is', null)
    .where('version', '>', version)
    .limit(1)
    .executeTakeFirst()) !== undefined;

export async function setState(
  tx: Ctx,
  { name, version }: Pick<ModelRow, 'name' | 'version'>,
  change: Pick<ModelRow, 'state' | 'promoted_at'>,
): Promise<void> {
  await models(tx).updateTable('platform_models').set(change).where('name', '=', name).where('version', '=', version).execute();
}

const withNumbers = (rows: StoredRow[]): ModelRow[] => rows.map((row) => ({ ...row, size_bytes: Number(row.size_bytes) }));
