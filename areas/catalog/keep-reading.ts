import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { forgetCharts } from './charts/known-charts.ts';
import { keepPageChart } from './charts/page-chart.ts';
import { linkKey } from './link-key.ts';
import { productKey } from './product-key.ts';
import { findFetched, markRead, saveLinks, saveProduct, type ProductRow } from './product.store.ts';
import type { ProductReading } from './reading/product-reading.ts';

export interface Kept {
  row: ProductRow;
  /** `unchanged` also where a newer reading was there already. */
  outcome: 'new' | 'changed' | 'unchanged';
}

interface Circumstances {
  links: URL[];
  read_at: string;
  /** An operator says that the page is what it seems. */
  is_vouched?: boolean;
}

/** Keeps a reading for everybody, with the links that lead to it. A reading that is older than the kept one changes nothing. */
export async function keepReading(ctx: Ctx, reading: ProductReading, { links, read_at, is_vouched = false }: Circumstances): Promise<Kept> {
  let charted: string | null = null;
  const kept = await inTransaction(ctx, async (tx): Promise<Kept> => {
    const before = await findFetched(tx, reading);
    const row = await saveProduct(tx, reading, { content_key: '', read_at });
    charted = await keepPageChart(tx, reading, { stated_at: read_at, is_vouched });
    await saveLinks(tx, [...links, new URL(reading.product_url)].map(linkKey), row.id);
    return { row, outcome: before ? (factsOf(before) === factsOf(row) ? 'unchanged' : 'changed') : 'new' };
  });
  await ctx.cache.forget(productKey(kept.row.id));
  if (charted !== null) await forgetCharts(ctx, charted);
  return kept;
}

/** Keeps a product as it is, read now: the shop says that its page has not changed. */
export async function keepUnchanged(ctx: Ctx, product_id: string): Promise<Kept> {
  const row = await markRead(ctx, product_id);
  await ctx.cache.forget(productKey(product_id));
  return { row, outcome: 'unchanged' };
}

/** What the page says, without when it was read. Keys of jsonb come back in another order, so they are sorted. */
const factsOf = ({ read_at: _read, created_at: _created, updated_at: _updated, ...facts }: ProductRow): string =>
  JSON.stringify(facts, (_name, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
