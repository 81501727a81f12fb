import type { DimensionName } from '#contract/catalog.ts';
import type { ChartCorrection, CorrectionInput } from '#contract/size-charts.ts';
import type { Ctx } from '#platform/area/context.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { notFound } from '#platform/errors/app-error.ts';
import { tooManyCorrections, unlikelyChart } from '../errors.ts';
import { plausible_cm } from '../reading/size-tables/dimension-words.ts';
import { brandKey } from './brand-key.ts';
import { forgetCharts, toSizeChart } from './known-charts.ts';
import type { BodyRanges } from './size-chart.ts';
import {
  deleteCorrection,
  listCorrectionsBy,
  listCorrectionsOf,
  saveCorrection,
  setCorrectionStatus,
  type SizeChartRow,
} from './size-chart.store.ts';

const corrections_max = 100;
const cm_per_in = 2.54;

/** Keeps a person's correction of a chart: for them it counts at once, for everybody when an operator accepts it. */
export async function correctChart(ctx: Ctx, input: CorrectionInput): Promise<ChartCorrection> {
  const { brand, sizing, category, source, source_url = null, note = null, credited_to = null } = input;
  const person_id = author(ctx);
  const brand_key = brandKey(brand);
  if (brand_key === '') throw unlikelyChart({ brand: 'Not a name' });
  const sizes = toCm(input);
  const row = await inTransaction(ctx, async (tx) => {
    const mine = await listCorrectionsOf(tx, person_id);
    if (mine.length >= corrections_max && !mine.some((one) => one.brand_key === brand_key && one.category === category))
      throw tooManyCorrections();
    return saveCorrection(tx, {
      brand_key,
      brand,
      sizing,
      category,
      retailer: '',
      origin: 'correction',
      source,
      source_url,
      stated_at: tx.clock.now().toISOString(),
      sizes,
      person_id,
      credited_to,
      note,
      status: 'proposed',
    });
  });
  // An accepted one that is corrected again is only proposed by now.
  await forgetCharts(ctx, brand_key);
  return showCorrection(row);
}

/** Lists the caller's corrections, newest first. */
export const listMyCorrections = async (ctx: Ctx): Promise<ChartCorrection[]> =>
  (await listCorrectionsOf(ctx, author(ctx))).map(showCorrection);

/** Takes a correction back, for its author and for everybody. */
export async function removeCorrection(ctx: Ctx, id: string): Promise<void> {
  const row = await deleteCorrection(ctx, author(ctx), id);
  if (!row) throw notFound('correction');
  await forgetCharts(ctx, row.brand_key);
}

/** Lists corrections to decide on, a page at a time. */
export async function listCorrections(
  ctx: Ctx,
  { status, cursor, limit }: { status: SizeChartRow['status']; cursor?: string | undefined; limit: number },
): Promise<{ corrections: ChartCorrection[]; next_cursor: string | null }> {
  const rows = await listCorrectionsBy(ctx, { status, after: cursor ?? null, limit });
  return { corrections: rows.map(showCorrection), next_cursor: rows.length === limit ? (rows.at(-1)?.id ?? null) : null };
}

/** Accepts a correction for everybody, or rejects it; the audit log keeps who did. */
export async function decideCorrection(ctx: Ctx, id: string, accept: boolean): Promise<ChartCorrection> {
  const row = await inTransaction(ctx, async (tx) => {
    const decided = await setCorrectionStatus(tx, id, accept ? 'accepted' : 'rejected');
    if (!decided) throw notFound('correction');
    await recordAct(tx, { action: accept ? 'catalog.correction_accepted' : 'catalog.correction_rejected', subject: `size_chart:${id}` });
    return decided;
  });
  await forgetCharts(ctx, row.brand_key);
  return showCorrection(row);
}

function author({ actor }: Ctx): string {
  if (actor.person_id === null) throw new Error('only a person corrects a chart');
  return actor.person_id;
}

function showCorrection(row: SizeChartRow): ChartCorrection {
  const { tall_longer_cm: _tall, retailer: _retailer, sizes, categories, ...shown } = toSizeChart(row);
  return {
    ...shown,
    id: row.id,
    categories: [...categories],
    sizes: [...sizes],
    status: row.status,
    note: row.note,
    created_at: row.created_at,
  };
}

/** Brings the figures to cm and refuses what no body measures: mostly inches that were taken for cm. */
function toCm({ unit, sizes }: CorrectionInput): SizeChartRow['sizes'] {
  return sizes.map(({ label, body }, i) => {
    const ranges = Object.entries(body) as [DimensionName, [number, number]][];
    if (ranges.length === 0) throw unlikelyChart({ [`sizes.${i}`]: 'Names no measure' });
    const body_cm: BodyRanges = Object.fromEntries(
      ranges.map(([name, range]) => [name, likely(range, { name, unit, path: `sizes.${i}.body.${name}` })]),
    );
    return { label, body_cm };
  });
}

function likely(
  [low, high]: [number, number],
  { name, unit, path }: { name: DimensionName; unit: CorrectionInput['unit']; path: string },
): [number, number] {
  const factor = unit === 'in' ? cm_per_in : 1;
  const [least, most] = plausible_cm[name];
  const [from, to] = [tenth(low * factor), tenth(high * factor)];
  if (from > to) throw unlikelyChart({ [path]: 'Runs from high to low' });
  if (from < least || to > most) throw unlikelyChart({ [path]: `Between ${tenth(least / factor)} and ${tenth(most / factor)} ${unit}` });
  return [from, to];
}

const tenth = (cm: number): number => Math.round(cm * 10) / 10;
