import { sql, type RawBuilder } from 'kysely';
import type { Category } from '#contract/garment-kinds.ts';
import type { GarmentGuesses } from '#contract/garments.ts';
import type { WardrobeQuery } from '#contract/wardrobe.ts';
import type { Ctx } from '#platform/area/context.ts';
import type { ItemRow, LoggedItem, WardrobeTables } from './wardrobe-tables.ts';
import { usual_pace } from './wash-pace.ts';

const wardrobe = (ctx: Ctx) => ctx.db.withTables<WardrobeTables>();

/** Lets one transaction at a time change how many garments a person owns. Held until it ends. */
export async function lockWardrobe(tx: Ctx, person_id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`wardrobe:${person_id}`}, 0))`.execute(tx.db);
}

export const countItems = async (ctx: Ctx, person_id: string): Promise<number> =>
  (
    await wardrobe(ctx)
      .selectFrom('wardrobe_items')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('person_id', '=', person_id)
      .executeTakeFirstOrThrow()
  ).count;

export async function insertItem(tx: Ctx, row: ItemRow): Promise<void> {
  await wardrobe(tx).insertInto('wardrobe_items').values(row).execute();
}

export const findByClientId = (ctx: Ctx, person_id: string, client_id: string): Promise<{ id: string } | undefined> =>
  wardrobe(ctx)
    .selectFrom('wardrobe_items')
    .select('id')
    .where('person_id', '=', person_id)
    .where('client_id', '=', client_id)
    .executeTakeFirst();

/** Finds a garment of a person by any of some ids, its own or its client's. */
export const findByIds = (ctx: Ctx, person_id: string, ids: readonly string[]): Promise<{ id: string } | undefined> =>
  wardrobe(ctx)
    .selectFrom('wardrobe_items')
    .select('id')
    .where('person_id', '=', person_id)
    .where((row) => row.or([row('id', 'in', ids), row('client_id', 'in', ids)]))
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();

/** Finds what a person owns of a product, in one colour. */
export const findByProduct = (
  ctx: Ctx,
  person_id: string,
  product: { id: string; color: string | null },
): Promise<{ id: string } | undefined> =>
  wardrobe(ctx)
    .selectFrom('wardrobe_items')
    .select('id')
    .where('person_id', '=', person_id)
    .where('product_id', '=', product.id)
    .where(sql<boolean>`product_color is not distinct from ${product.color}`)
    .executeTakeFirst();

/** Finds which product's picture an item waits for. */
export async function findAwaiting(ctx: Ctx, id: string): Promise<{ product_id: string; product_color: string | null } | undefined> {
  const query = wardrobe(ctx).selectFrom('wardrobe_items').select(['product_id', 'product_color']);
  const row = await query.where('id', '=', id).where('awaits_product_picture', '=', true).executeTakeFirst();
  return row?.product_id == null ? undefined : { product_id: row.product_id, product_color: row.product_color };
}

/** Lists the items that wait for a picture of a product. */
export const listAwaiting = async (ctx: Ctx, product_id: string): Promise<string[]> =>
  (
    await wardrobe(ctx)
      .selectFrom('wardrobe_items')
      .select('id')
      .where('product_id', '=', product_id)
      .where('awaits_product_picture', '=', true)
      .orderBy('id')
      .execute()
  ).map(({ id }) => id);

/** Notes that an item waits for its product's picture no longer. */
export async function noteProductPicture(ctx: Ctx, id: string): Promise<void> {
  await wardrobe(ctx).updateTable('wardrobe_items').set({ awaits_product_picture: false }).where('id', '=', id).execute();
}

/** Returns false when the person has no such garment. */
export async function updateItem(ctx: Ctx, person_id: string, id: string, change: Partial<ItemRow>): Promise<boolean> {
  const result = await wardrobe(ctx)
    .updateTable('wardrobe_items')
    .set({ ...change, updated_at: ctx.clock.now().toISOString() })
    .where('person_id', '=', person_id)
    .where('id', '=', id)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
}

/** Keeps what a photo tells. */
export async function setGuesses(tx: Ctx, id: string, guesses: GarmentGuesses): Promise<void> {
  await wardrobe(tx)
    .updateTable('wardrobe_items')
    .set({ guesses: sql`${JSON.stringify(guesses)}::jsonb` })
    .where('id', '=', id)
    .execute();
}

/** Returns false when the person has no such garment. */
export async function deleteItem(tx: Ctx, person_id: string, id: string): Promise<boolean> {
  const result = await wardrobe(tx).deleteFrom('wardrobe_items').where('person_id', '=', person_id).where('id', '=', id).executeTakeFirst();
  return Number(result.numDeletedRows) === 1;
}

/** Tells whether a garment is a person's. */
export const ownsItem = async (ctx: Ctx, person_id: string, id: string): Promise<boolean> =>
  (await wardrobe(ctx)
    .selectFrom('wardrobe_items')
    .select('id')
    .where('person_id', '=', person_id)
    .where('id', '=', id)
    .executeTakeFirst()) !== undefined;

/** What a garment is: as its owner says, else as its photo tells. */
const known_category = sql`coalesce(i.category, i.guesses -> 'category' ->> 'value')`;
const known_colors = sql`coalesce(i.colors, array(select c ->> 'name' from jsonb_array_elements(i.guesses -> 'colors') c))`;

/** Tells what each garment of a person is, as far as it is known. */
export async function listKinds(ctx: Ctx, person_id: string): Promise<ReadonlyMap<string, Category | null>> {
  const { rows } = await sql<{ id: string; category: Category | null }>`
    select i.id, ${known_category} as category from wardrobe_items i where i.person_id = ${person_id}
  `.execute(ctx.db);
  return new Map(rows.map(({ id, category }) => [id, category]));
}

/** What was worn on the day of a wash was in it. */
const logged = sql`
  select i.*, w.worn_count, w.last_worn_on, s.last_washed_on,
    (select count(*)::int from wardrobe_wears n where n.item_id = i.id and n.worn_on > coalesce(s.last_washed_on, '-infinity')) as worn_since_wash
  from wardrobe_items i
  cross join lateral (select count(*)::int as worn_count, max(worn_on) as last_worn_on from wardrobe_wears where item_id = i.id) w
  cross join lateral (select max(washed_on) as last_washed_on from wardrobe_washes where item_id = i.id) s
`;

export async function findItem(ctx: Ctx, person_id: string, id: string): Promise<LoggedItem | undefined> {
  const { rows } = await sql<LoggedItem>`${logged} where i.person_id = ${person_id} and i.id = ${id}`.execute(ctx.db);
  return rows[0];
}

/** Newest first, from before an id (ids sort by time). */
export async function listItems(ctx: Ctx, person_id: string, { limit, ...wanted }: WardrobeQuery): Promise<LoggedItem[]> {
  const conditions = sql.join([sql`i.person_id = ${person_id}`, ...conditionsOf(wanted, settledBefore(ctx))], sql` and `);
  const { rows } = await sql<LoggedItem>`
    select * from (${logged} where ${conditions}) i
    where ${wanted.is_wash_due ? is_wash_due : sql`true`}
    order by i.id desc limit ${limit}
  `.execute(ctx.db);
  return rows;
}

/** The same as `isWashDue` says of one. */
const is_wash_due = sql`i.worn_since_wash >= coalesce(i.wears_per_wash, (${JSON.stringify(usual_pace)}::jsonb ->> ${known_category})::int)`;

/** What came last week is not yet what one never wears. */
const settled_ms = 30 * 86_400_000;

/** What came after this is too new to count as never worn, ISO 8601. */
export const settledBefore = ({ clock }: Pick<Ctx, 'clock'>): string => new Date(clock.now().getTime() - settled_ms).toISOString();

/** All that may be looked for: what its tile calls it too, where that is our guess. */
const said_and_seen = sql`concat_ws(' ', i.title, i.description, i.brand, array_to_string(i.tags, ' '), ${known_category},
  array_to_string(${known_colors}, ' '), coalesce(i.pattern, i.guesses -> 'pattern' ->> 'value'))`;
/** More than eighty letters rarely hold. */
const words_max = 12;

function holdsWords(q: string): RawBuilder<unknown> {
  const words = q.split(/\s+/).slice(0, words_max);
  return sql`${said_and_seen} ilike all(${words.map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`)}::text[])`;
}

function conditionsOf(wanted: Omit<WardrobeQuery, 'limit'>, settled_before: string): RawBuilder<unknown>[] {
  const { cursor, shelf, category, color, season, is_never_worn, product_id, q, q_codes } = wanted;
  const conditions = [
    shelf === 'worn' && sql`i.archived_at is null`,
    shelf === 'archived' && sql`i.archived_at is not null`,
    cursor !== undefined && sql`i.id < ${cursor}`,
    category !== undefined && sql`${known_category} = ${category}`,
    color !== undefined && sql`exists (select from unnest(${known_colors}) c where lower(c) = lower(${color}))`,
    season !== undefined &&
      sql`${season} = any(coalesce(i.season, array(select jsonb_array_elements_text(i.guesses -> 'season' -> 'value'))))`,
    is_never_worn !== undefined &&
      sql`i.created_at < ${settled_before} and not exists (select from wardrobe_wears n where n.item_id = i.id)`,
    product_id !== undefined && sql`i.product_id = ${product_id}`,
    q !== undefined && sql`(${holdsWords(q)} or ${q_codes === undefined ? sql`false` : holdsWords(q_codes)})`,
  ];
  return conditions.filter((one) => one !== false);
}

export const listItemsOf = (ctx: Ctx, person_id: string): Promise<ItemRow[]> =>
  wardrobe(ctx).selectFrom('wardrobe_items').selectAll().where('person_id', '=', person_id).orderBy('id').execute();
