import { createHash } from 'node:crypto';
import { productList, type ProductList, type ProductQuery } from '#contract/shop-window.ts';
import { JsonText } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { windowVersion } from '../boutiques/forget-products.ts';
import { shape_version } from '../product-key.ts';
import { cursorAt, listCards, showCards } from './card.store.ts';
import { countFacets, countShown, findPriceSpan } from './facet.store.ts';
import { readCursor } from './product-cursor.ts';

/** Nothing in it can be older than a change, see windowVersion; what nobody asks for any more makes room. */
const list_kept_s = 300;

/** Lists what boutiques sell, as JSON: from memory where nothing changed since somebody else asked the same. Throws `request.invalid`. */
export async function listProductsText(ctx: Ctx, query: ProductQuery): Promise<JsonText> {
  const make = async (): Promise<string> => JSON.stringify(productList.parse(await listProducts(ctx, query)));
  // Words are typed letter by letter and rarely twice the same.
  if (query.q) return new JsonText(await make());
  const asked = createHash('sha256')
    .update(JSON.stringify(Object.entries(query).toSorted(([a], [b]) => (a < b ? -1 : 1))))
    .digest('base64url');
  return new JsonText(await ctx.cache.getOrMake(`catalog:window:${shape_version}:${await windowVersion(ctx)}:${asked}`, list_kept_s, make));
}

async function listProducts(ctx: Ctx, { sort, cursor, limit, ...given }: ProductQuery): Promise<ProductList> {
  const after = cursor === undefined ? null : readCursor(cursor, sort);
  const price = await findPriceSpan(ctx, given);
  const is_priced = given.price_min_minor !== undefined || given.price_max_minor !== undefined;
  // A price means nothing without its currency.
  const filter = is_priced && price ? { ...given, currency: price.currency } : given;
  const [rows, total, facets] = await Promise.all([
    listCards(ctx, filter, { sort, after, limit: limit + 1 }),
    countShown(ctx, filter),
    countFacets(ctx, filter),
  ]);
  const page = rows.slice(0, limit);
  return {
    products: await showCards(ctx, page),
    next_cursor: rows.length > limit ? cursorAt(sort, page.at(-1)!) : null,
    total,
    facets: { ...facets, price },
  };
}
