import { type DimensionName, type Product, type QualityNote } from '#contract/catalog.ts';
import { isSized } from '#contract/garment-kinds.ts';
import type { ListedFields } from './boutiques/present-listing.ts';
import { chartRow } from './charts/chart-row.ts';
import { findSizeChart } from './charts/find-size-chart.ts';
import type { SizeChart } from './charts/size-chart.ts';
import { chartOf } from './fitting-garment.ts';
import type { ProductRow } from './product.store.ts';

/** A shop changes prices and stock within days; a day-old page is still what the shopper means. */
export const fresh_s = 24 * 3600;

/** Tells whether a reading is still young enough to be served as it is. */
export const isFresh = ({ read_at }: Pick<ProductRow, 'read_at'>, now: Date): boolean =>
  now.getTime() - Date.parse(read_at) < fresh_s * 1000;

/** What a kept product is shown with. */
interface Circumstances {
  now: Date;
  charts: readonly SizeChart[];
  /** What a boutique's product has beside; its picture, stock and address come from there. */
  listed?: ListedFields | null;
}

/** Shows a kept product in the contract's shape. What the size charts know is judged now; where the answer is cached, a new chart shows in its notes after CACHE_TTL_PRODUCTS at most, and counts for advice at once. */
export function presentProduct(row: ProductRow, { now, charts, listed = null }: Circumstances): Product {
  const { retailer: _retailer, product_code: _code, content_key: _key, created_at: _created, updated_at: _updated, ...kept } = row;
  const shown = { ...kept, ...(listed ?? not_for_sale) };
  return { ...shown, quality: [...row.quality, ...chartNotes(shown, charts)], stale: !listed && !isFresh(row, now) };
}

/** What only a boutique's product has. */
const not_for_sale = { slug: null, boutique: null, description: null, color_options: [], variants: [], pictures: [] };

type Shown = Omit<Product, 'stale'>;

function chartNotes(row: Shown, charts: readonly SizeChart[]): QualityNote[] {
  if (!isSized(row.category)) return [];
  const chart = chartOf(row, charts);
  if (!chart)
    return [{ code: 'no_size_chart', message: 'No size chart is known for these sizes, so the advice rests on their labels and on you.' }];
  const unknown = row.size_options.filter(({ label }) => chartRow(chart, label, row.size_system) === null).map(({ label }) => label);
  const notes: (QualityNote | false)[] = [
    chart.is_estimated && {
      code: 'estimated_size_chart',
      message: `${row.brand || 'The brand'} has no size chart here for this kind of garment; one that is close stands in for it.`,
    },
    unknown.length > 0 && {
      code: 'sizes_without_chart',
      message: `The size chart does not list ${unknown.slice(0, 10).join(', ')}.`,
      values: { sizes: unknown.slice(0, 10) },
    },
    disagreement(row, { chart, charts }),
  ];
  return notes.filter((note) => note !== false);
}

/** Charts of one brand that differ are never averaged: one counts, and the shopper hears that another says otherwise. */
function disagreement(row: Shown, { chart, charts }: { chart: SizeChart; charts: readonly SizeChart[] }): QualityNote | false {
  const others = charts.filter(({ brand, is_estimated }) => brand !== null && !is_estimated);
  const other = findSizeChart(
    { ...row, labels: row.size_options.map(({ label }) => label) },
    others.filter((one) => one !== chart && one.source !== chart.source),
  );
  const found = other && !other.is_estimated ? firstDifference(chart, other, row) : null;
  if (!found) return false;
  const { size, name, here_cm, there_cm } = found;
  const [source, other_source] = [chart.source, other!.source];
  const message = `Two size charts differ: for ${size} ${source} says ${name} ${here_cm.join(' to ')} cm, ${other_source} says ${there_cm.join(' to ')} cm. The first one counts.`;
  return { code: 'chart_disagrees', message: message.slice(0, 600), values: { ...found, source, other_source } };
}

/** Charts are rounded to inches or cm; below this they say the same. In cm, of the middle. */
const same_within_cm = 2;

function firstDifference(chart: SizeChart, other: SizeChart, { size_options, size_system }: Shown) {
  for (const { label } of size_options) {
    const [one, two] = [chartRow(chart, label, size_system), chartRow(other, label, size_system)];
    for (const [name, here] of Object.entries(one ?? {}) as [DimensionName, [number, number]][]) {
      const there = two?.[name];
      if (there && Math.abs(here[0] + here[1] - there[0] - there[1]) / 2 > same_within_cm)
        return { size: label, name, here_cm: [...here], there_cm: [...there] };
    }
  }
  return null;
}
