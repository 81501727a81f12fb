import { sql, type RawBuilder } from 'kysely';
import type { ProductCard } from '#contract/for-sale.ts';
import type { ProductQuery } from '#contract/shop-window.ts';
import type { Ctx } from '#platform/area/context.ts';
import { tables } from '../boutiques/boutique-tables.ts';
import { isAvailable, presentPicture } from '../boutiques/present-listing.ts';
import { writeCursor, type Place } from './product-cursor.ts';
import { windowFilter, type Filter } from './window-filter.ts';

/** What a card shows of the product itself, with what lists are ordered by. */
export interface CardRow extends Pick<
  ProductCard,
  'id' | 'slug' | 'product_name' | 'category' | 'price_minor' | 'price_before_minor' | 'currency'
> {
  boutique_slug: string;
  boutique_name: string;
  boutique_language: string;
  size_labels: string[];
  listed_at: string;
  name_key: string;
}

const cards = sql`select p.id, l.slug, p.product_name, p.category, p.price_minor, p.price_before_minor, p.currency,
    b.slug as boutique_slug, b.name as boutique_name, b.language as boutique_language, l.listed_at, l.name_key,
    array(select size ->> 'label' from jsonb_array_elements(p.size_options) size) as size_labels
  from catalog_listings l join catalog_products p on p.id = l.product_id join catalog_boutiques b on b.id = l.boutique_id`;

type Sort = ProductQuery['sort'];

/** Ties are broken by id, so that every product has one place. */
const orders: Record<Sort, RawBuilder<unknown>> = {
  new: sql`l.listed_at desc, p.id desc`,
  price_up: sql`p.currency, p.price_minor, p.id`,
  price_down: sql`p.currency, p.price_minor desc, p.id`,
  name: sql`l.name_key, p.id`,
};

/** What comes behind a place, in each order. Whatever is added meanwhile moves nothing. */
const behind: Record<Sort, (place: Place) => RawBuilder<boolean>> = {
  new: ({ key, id }) => sql`(l.listed_at, p.id) < (${key}::timestamptz, ${id}::uuid)`,
  price_up: ({ currency, key, id }) => sql`(p.currency, p.price_minor, p.id) > (${currency}, ${key}::int, ${id}::uuid)`,
  price_down: ({ currency, key, id }) =>
    sql`(p.currency > ${currency} or (p.currency = ${currency} and (p.price_minor < ${key}::int or (p.price_minor = ${key}::int and p.id > ${id}::uuid))))`,
  name: ({ key, id }) => sql`(l.name_key, p.id) > (${key}, ${id}::uuid)`,
};

interface Page {
  sort: Sort;
  after: Place | null;
  limit: number;
}

/** Lists a page of what a filter leaves. */
export async function listCards(ctx: Ctx, filter: Filter, { sort, after, limit }: Page): Promise<CardRow[]> {
  const { rows } = await sql<CardRow>`${cards} where ${windowFilter(filter)} and ${after ? behind[sort](after) : sql`true`}
    order by ${orders[sort]} limit ${limit}`.execute(ctx.db);
  return rows;
}

/** Finds those of some products that are for sale here, in any order. */
export async function findCards(ctx: Ctx, ids: readonly string[]): Promise<CardRow[]> {
  if (ids.length === 0) return [];
  return (await sql<CardRow>`${cards} where p.id = any(${ids}::uuid[])`.execute(ctx.db)).rows;
}

/** Marks where a page ends. */
export function cursorAt(sort: Sort, { id, currency, listed_at, price_minor, name_key }: CardRow): string {
  const key = { new: listed_at, price_up: price_minor, price_down: price_minor, name: name_key }[sort];
  return writeCursor({ sort, currency, key, id });
}

/**
 * Lists what is most like a product: 4 points for its kind of garment, 2 for whom it is for, 1 each for a colour of the same
 * family and for the same boutique; the newest first among equals, and nothing below 3. A rule, until pictures are compared.
 */
export async function listSimilar(ctx: Ctx, product_id: string, limit: number): Promise<CardRow[]> {
  const { rows } = await sql<CardRow>`
    select * from (${cards} where p.id <> ${product_id}) card
    cross join lateral (
      select 4 * (other.category = it.category)::int + 2 * (other.sizing is not distinct from it.sizing)::int
        + (their_listing.boutique_id = its_listing.boutique_id)::int
        + exists (select from catalog_colors mine join catalog_colors theirs on theirs.family = mine.family
                  where mine.product_id = it.id and theirs.product_id = card.id)::int as points
      from catalog_products it join catalog_listings its_listing on its_listing.product_id = it.id,
        catalog_products other join catalog_listings their_listing on their_listing.product_id = other.id
      where it.id = ${product_id} and other.id = card.id) likeness
    where points >= 3 order by points desc, listed_at desc, id desc limit ${limit}`.execute(ctx.db);
  return rows;
}

/** Adds pictures, colours and stock to cards, and shows them in the contract's shape. */
export async function showCards(ctx: Ctx, rows: readonly CardRow[]): Promise<ProductCard[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const [pictures, colors, variants] = await Promise.all([
    tables(ctx)
      .selectFrom('catalog_pictures')
      .selectAll()
      .distinctOn('product_id')
      .where('product_id', 'in', ids)
      .orderBy('product_id')
      .orderBy('position')
      .execute(),
    tables(ctx).selectFrom('catalog_colors').selectAll().where('product_id', 'in', ids).orderBy('position').execute(),
    tables(ctx)
      .selectFrom('catalog_variants')
      .select(['product_id', 'size', 'on_hand', 'reserved'])
      .where('product_id', 'in', ids)
      .execute(),
  ]);
  const of = <T extends { product_id: string }>(parts: readonly T[], id: string): T[] =>
    parts.filter(({ product_id }) => product_id === id);
  return rows.map(({ boutique_slug, boutique_name, boutique_language, size_labels, listed_at: _listed, name_key: _key, ...card }) => {
    const [picture] = of(pictures, card.id);
    const in_stock = new Set(
      of(variants, card.id)
        .filter(isAvailable)
        .map(({ size }) => size),
    );
    return {
      ...card,
      boutique: { slug: boutique_slug, name: boutique_name, language: boutique_language },
      picture: picture ? presentPicture(picture) : null,
      colors: of(colors, card.id).map(({ name, hex, family }) => ({ name, hex, family })),
      sizes: size_labels.map((label) => ({ label, is_available: in_stock.has(label) })),
    };
  });
}
