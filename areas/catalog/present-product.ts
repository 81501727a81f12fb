import type { Product, QualityNote } from '#contract/catalog.ts';
import { chartRow } from './chart-row.ts';
import { chartOf } from './fitting-garment.ts';
import type { ProductRow } from './product.store.ts';

/** A shop changes prices and stock within days; a day-old page is still what the shopper means. */
export const fresh_s = 24 * 3600;

/** Tells whether a reading is still young enough to be served as it is. */
export const isFresh = ({ read_at }: Pick<ProductRow, 'read_at'>, now: Date): boolean =>
  now.getTime() - Date.parse(read_at) < fresh_s * 1000;

/** Shows a kept product in the contract's shape. What the size charts know is judged now, so a new chart counts at once. */
export function presentProduct(row: ProductRow, now: Date): Product {
  const { retailer: _retailer, product_code: _code, content_key: _key, created_at: _created, updated_at: _updated, ...shown } = row;
  return { ...shown, quality: [...row.quality, ...chartNotes(row)], stale: !isFresh(row, now) };
}

function chartNotes(row: ProductRow): QualityNote[] {
  const chart = chartOf(row);
  if (!chart)
    return [{ code: 'no_size_chart', message: 'No size chart is known for these sizes, so the advice rests on their labels and on you.' }];
  const unknown = row.size_options.filter(({ label }) => chartRow(chart, label) === null).map(({ label }) => label);
  const notes: (QualityNote | false)[] = [
    chart.is_estimated && {
      code: 'estimated_size_chart',
      message: `${row.brand || 'The brand'} has no size chart here for this kind of garment; one that is close stands in for it.`,
    },
    unknown.length > 0 && { code: 'sizes_without_chart', message: `The size chart does not list ${unknown.slice(0, 10).join(', ')}.` },
  ];
  return notes.filter((note) => note !== false);
}
