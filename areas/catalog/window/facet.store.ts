import { sql } from 'kysely';
import type { ProductList } from '#contract/shop-window.ts';
import type { Ctx } from '#platform/area/context.ts';
import { orderSizes } from '../reading/words/order-sizes.ts';
import { readSizeLabel } from '../reading/words/size-label.ts';
import { all, variantConditions, windowFilter, type Filter } from './window-filter.ts';

type Counted = { value: string; label?: string; count: number };

/** What is on sale: the tables that filters speak of. */
const on_sale = sql`catalog_listings l join catalog_products p on p.id = l.product_id join catalog_boutiques b on b.id = l.boutique_id`;

/** Counts what a filter leaves. */
export async function countShown(ctx: Ctx, filter: Filter): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${on_sale} where ${windowFilter(filter)}`.execute(ctx.db);
  return rows[0]!.count;
}

/** Counts products by each thing that can be filtered by, with all other filters applied. */
export async function countFacets(ctx: Ctx, filter: Filter): Promise<Omit<ProductList['facets'], 'price'>> {
  const [category, boutique, color, size, sizing] = await Promise.all([
    counted(
      ctx,
      sql`select p.category as value, count(*) as count from ${on_sale} where ${windowFilter(filter, ['category'])} group by 1 order by 2 desc, 1`,
    ),
    counted(
      ctx,
      sql`select b.slug as value, b.name as label, count(*) as count from ${on_sale} where ${windowFilter(filter, ['boutique'])} group by 1, 2 order by 3 desc, 1`,
    ),
    counted(ctx, countVariants(filter, 'color')),
    counted(ctx, countVariants(filter, 'size')),
    counted(
      ctx,
      sql`select p.sizing as value, count(*) as count from ${on_sale} where p.sizing is not null and ${windowFilter(filter, ['sizing'])} group by 1 order by 1`,
    ),
  ]);
  return { category, boutique, color, size: inWearingOrder(size), sizing };
}

/** Letters, numbers and the rest each by themselves, because no order holds between them; what most products come in first. */
function inWearingOrder(sizes: readonly Counted[]): Counted[] {
  const kinds = Map.groupBy(sizes, ({ value }) => readSizeLabel(value).kind);
  const all_of = (kind: readonly Counted[]): number => kind.reduce((sum, { count }) => sum + count, 0);
  return [...kinds.values()]
    .toSorted((a, b) => all_of(b) - all_of(a))
    .flatMap((kind) => orderSizes(kind.map((one) => ({ ...one, label: one.value }))).map(({ value, count }) => ({ value, count })));
}

/** A size counts where it is in stock in the colours asked for; a colour where it comes in the sizes asked for. */
function countVariants(filter: Filter, name: 'color' | 'size') {
  const value = name === 'color' ? sql`c.family` : sql`v.size`;
  const conditions = [...variantConditions(filter, [name]), ...(name === 'size' ? [sql<boolean>`v.on_hand > v.reserved`] : [])];
  return sql`select ${value} as value, count(distinct p.id) as count from ${on_sale}
    join catalog_variants v on v.product_id = p.id join catalog_colors c on c.product_id = v.product_id and c.name = v.color
    where ${windowFilter(filter, ['color', 'size'])} and ${all(conditions)} group by 1 order by 2 desc, 1`;
}

const counted = async (ctx: Ctx, query: ReturnType<typeof sql>): Promise<Counted[]> => (await query.execute(ctx.db)).rows as Counted[];

/** Finds what prices span, in one currency: the one that is asked for, else the one that most products are in. */
export async function findPriceSpan(ctx: Ctx, filter: Filter): Promise<ProductList['facets']['price']> {
  const wanted = filter.currency ?? null;
  const { rows } = await sql<NonNullable<ProductList['facets']['price']>>`
    select p.currency, min(p.price_minor) as min_minor, max(p.price_minor) as max_minor
    from ${on_sale} where ${windowFilter(filter, ['price'])} and (${wanted}::text is null or p.currency = ${wanted})
    group by 1 order by count(*) desc, 1 limit 1`.execute(ctx.db);
  return rows[0] ?? null;
}
