import { sql, type RawBuilder } from 'kysely';
import type { ProductQuery } from '#contract/shop-window.ts';
import { searchWords } from './search-words.ts';

/** What can be filtered by, each counted without itself. */
export type FilterName = 'category' | 'boutique' | 'color' | 'size' | 'sizing' | 'price';
export type Filter = Omit<ProductQuery, 'sort' | 'cursor' | 'limit'>;
type Condition = RawBuilder<boolean>;

const all = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql`true` : sql`${sql.join(conditions, sql` and `)}`;

/**
 * Says in SQL which products a filter leaves, over `catalog_listings l`, `catalog_products p` and `catalog_boutiques b`.
 * `without` leaves filters out.
 */
export function windowFilter(filter: Filter, without: readonly FilterName[] = []): Condition {
  const { q, category, boutique, sizing, currency, price_min_minor, price_max_minor } = filter;
  const uses = (name: FilterName): boolean => !without.includes(name);
  const words = searchWords(q);
  const conditions: (Condition | false)[] = [
    // A search for nothing but "the" and "for" finds everything.
    words !== null && sql`(numnode(to_tsquery('english', ${words})) = 0 or l.search @@ to_tsquery('english', ${words}))`,
    uses('category') && category !== undefined && sql`p.category = any(${category})`,
    uses('boutique') && boutique !== undefined && sql`b.slug = any(${boutique})`,
    uses('sizing') && sizing !== undefined && sql`p.sizing = ${sizing}`,
    uses('price') && currency !== undefined && sql`p.currency = ${currency}`,
    uses('price') && price_min_minor !== undefined && sql`p.price_minor >= ${price_min_minor}`,
    uses('price') && price_max_minor !== undefined && sql`p.price_minor <= ${price_max_minor}`,
    variantFilter(filter, without),
  ];
  return all(conditions.filter((one) => one !== false));
}

/** Size and colour together mean one variant that has both: blue in M, not blue in L and red in M. */
function variantFilter(filter: Filter, without: readonly FilterName[]): Condition | false {
  const conditions = variantConditions(filter, without);
  if (conditions.length === 0) return false;
  return sql`exists (
    select from catalog_variants v join catalog_colors c on c.product_id = v.product_id and c.name = v.color
    where v.product_id = p.id and ${all(conditions)})`;
}

/** The same over `catalog_variants v` and `catalog_colors c`, for counting sizes and colours. */
export function variantConditions({ size, color }: Filter, without: readonly FilterName[]): Condition[] {
  return [
    size !== undefined && !without.includes('size') && sql<boolean>`v.size = any(${size}) and v.on_hand > v.reserved`,
    color !== undefined && !without.includes('color') && sql<boolean>`c.family = any(${color})`,
  ].filter((one) => one !== false);
}

export { all };
