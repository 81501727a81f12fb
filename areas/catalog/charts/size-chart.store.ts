import type { Category } from '#contract/catalog.ts';
import type { Ctx } from '#platform/area/context.ts';
import { newId } from '#platform/ids/new-id.ts';
import type { SizeChart } from './size-chart.ts';

export interface SizeChartRow {
  id: string;
  brand_key: string;
  brand: string;
  sizing: 'women' | 'men';
  category: Category;
  /** The shop whose garments it is for; '': all of the brand. */
  retailer: string;
  origin: 'page' | 'correction';
  source: string;
  source_url: string | null;
  stated_at: string;
  sizes: SizeChart['sizes'];
  person_id: string | null;
  credited_to: string | null;
  note: string | null;
  status: 'proposed' | 'accepted' | 'rejected';
  created_at: string;
  updated_at: string;
}

const table = (ctx: Ctx) => ctx.db.withTables<{ catalog_size_charts: SizeChartRow }>();

export type NewSizeChart = Omit<SizeChartRow, 'id' | 'created_at' | 'updated_at'>;

/** Keeps what a brand's page states, over an older reading of it. */
export async function savePageChart(tx: Ctx, chart: NewSizeChart): Promise<void> {
  const { sizes, source, source_url, stated_at, brand } = withText(chart);
  await table(tx)
    .insertInto('catalog_size_charts')
    .values(toRow(tx, chart))
    .onConflict((conflict) =>
      conflict
        .columns(['brand_key', 'sizing', 'category', 'retailer'])
        .where('origin', '=', 'page')
        .doUpdateSet({ sizes, source, source_url, stated_at, brand, updated_at: tx.clock.now().toISOString() })
        .where('catalog_size_charts.stated_at', '<=', stated_at),
    )
    .execute();
}

/** Keeps a person's correction, over an earlier one of theirs for the same brand and kind. */
export function saveCorrection(tx: Ctx, chart: NewSizeChart): Promise<SizeChartRow> {
  const { sizes, source, source_url, stated_at, brand, credited_to, note, status } = withText(chart);
  const now = tx.clock.now().toISOString();
  return table(tx)
    .insertInto('catalog_size_charts')
    .values(toRow(tx, chart))
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'brand_key', 'sizing', 'category'])
        .where('origin', '=', 'correction')
        .where('person_id', 'is not', null)
        .doUpdateSet({ sizes, source, source_url, stated_at, brand, credited_to, note, status, created_at: now, updated_at: now }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** jsonb wants text; pg would write a PostgreSQL array. */
const withText = (chart: NewSizeChart): NewSizeChart => ({ ...chart, sizes: JSON.stringify(chart.sizes) as unknown as SizeChart['sizes'] });

function toRow(tx: Ctx, chart: NewSizeChart): SizeChartRow {
  const now = tx.clock.now().toISOString();
  return { ...withText(chart), id: newId(), created_at: now, updated_at: now };
}

/** Lists what counts for everybody: accepted corrections, newest first, then pages. */
export function listSharedCharts(ctx: Ctx, brand_key: string): Promise<SizeChartRow[]> {
  return table(ctx)
    .selectFrom('catalog_size_charts')
    .selectAll()
    .where('brand_key', '=', brand_key)
    .where('status', '=', 'accepted')
    .orderBy('origin')
    .orderBy('updated_at', 'desc')
    .execute();
}

/** Who wants to be named for a correction; null where nobody does. */
export async function findCredit(ctx: Ctx, id: string): Promise<string | null> {
  const row = await table(ctx).selectFrom('catalog_size_charts').select('credited_to').where('id', '=', id).executeTakeFirst();
  return row?.credited_to ?? null;
}

/** Lists a person's corrections, newest first; of one brand where it is named. A rejected one still counts for its author. */
export function listCorrectionsOf(ctx: Ctx, person_id: string, brand_key?: string): Promise<SizeChartRow[]> {
  const theirs = table(ctx).selectFrom('catalog_size_charts').selectAll().where('person_id', '=', person_id);
  return (brand_key === undefined ? theirs : theirs.where('brand_key', '=', brand_key)).orderBy('updated_at', 'desc').execute();
}

/** Lists corrections of one status by their ids, oldest first, behind `after`. */
export function listCorrectionsBy(
  ctx: Ctx,
  { status, after, limit }: { status: SizeChartRow['status']; after: string | null; limit: number },
): Promise<SizeChartRow[]> {
  const all = table(ctx).selectFrom('catalog_size_charts').selectAll().where('origin', '=', 'correction').where('status', '=', status);
  return (after === null ? all : all.where('id', '>', after)).orderBy('id').limit(limit).execute();
}

/** Decides on a correction; undefined where there is none. */
export function setCorrectionStatus(tx: Ctx, id: string, status: SizeChartRow['status']): Promise<SizeChartRow | undefined> {
  return table(tx)
    .updateTable('catalog_size_charts')
    .set({ status, updated_at: tx.clock.now().toISOString() })
    .where('id', '=', id)
    .where('origin', '=', 'correction')
    .returningAll()
    .executeTakeFirst();
}

/** Takes a person's correction away; undefined where it is not theirs. */
export function deleteCorrection(tx: Ctx, person_id: string, id: string): Promise<SizeChartRow | undefined> {
  return table(tx)
    .deleteFrom('catalog_size_charts')
    .where('id', '=', id)
    .where('person_id', '=', person_id)
    .returningAll()
    .executeTakeFirst();
}

/** Gives everything one person corrected to another, whose own stay where both corrected the same. */
export async function moveCorrections(tx: Ctx, from: string, to: string): Promise<void> {
  const theirs = await listCorrectionsOf(tx, to);
  const kinds = new Set(theirs.map(kindOf));
  for (const row of await listCorrectionsOf(tx, from)) {
    if (kinds.has(kindOf(row))) await deleteCorrection(tx, from, row.id);
    else await table(tx).updateTable('catalog_size_charts').set({ person_id: to }).where('id', '=', row.id).execute();
  }
}

const kindOf = ({ brand_key, sizing, category }: SizeChartRow): string => `${brand_key} ${sizing} ${category}`;

/** Forgets what a person corrected; what was accepted stays for everybody, without their name. Returns rows touched. */
export async function eraseCorrections(tx: Ctx, person_id: string): Promise<number> {
  const kept = await table(tx)
    .updateTable('catalog_size_charts')
    .set({ person_id: null, credited_to: null, note: null })
    .where('person_id', '=', person_id)
    .where('status', '=', 'accepted')
    .executeTakeFirst();
  const gone = await table(tx).deleteFrom('catalog_size_charts').where('person_id', '=', person_id).executeTakeFirst();
  return Number(kept.numUpdatedRows) + Number(gone.numDeletedRows);
}
