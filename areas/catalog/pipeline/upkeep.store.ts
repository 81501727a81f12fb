import { sql } from 'kysely';
import type { ErrorCode } from '#contract/error-codes.ts';
import type { Ctx } from '#platform/area/context.ts';
import type { ProductRow } from '../product.store.ts';
import { postponeFor } from './refresh-pace.ts';

interface UpkeepRow {
  product_id: string;
  last_used_at: string;
  gone_at: string | null;
  refusals: number;
  refresh_after: string | null;
  updated_at: string;
}

const tables = (ctx: Ctx) => ctx.db.withTables<{ catalog_upkeep: UpkeepRow; catalog_products: ProductRow }>();
const agoOf = (ctx: Ctx, seconds: number): string => new Date(ctx.clock.now().getTime() - seconds * 1000).toISOString();

/** Notes that a fetched product is in use; written at most once an hour. Whose use it was is not kept. */
export async function noteUse(ctx: Ctx, product_id: string): Promise<void> {
  const now = ctx.clock.now().toISOString();
  await tables(ctx)
    .insertInto('catalog_upkeep')
    .values({ product_id, last_used_at: now, gone_at: null, refusals: 0, refresh_after: null, updated_at: now })
    .onConflict((conflict) =>
      conflict
        .column('product_id')
        .doUpdateSet({ last_used_at: now, updated_at: now })
        .where('catalog_upkeep.last_used_at', '<=', agoOf(ctx, 3600)),
    )
    .execute();
}

/** Notes that the shop shows the product (again). */
export async function noteShown(ctx: Ctx, product_id: string): Promise<void> {
  await tables(ctx)
    .updateTable('catalog_upkeep')
    .set({ gone_at: null, refusals: 0, refresh_after: null, updated_at: ctx.clock.now().toISOString() })
    .where('product_id', '=', product_id)
    .where((is) => is.or([is('refusals', '>', 0), is('gone_at', 'is not', null), is('refresh_after', 'is not', null)]))
    .execute();
}

/** Notes that the shop did not show the product, so that it is asked for less and less often. */
export async function noteNotShown(ctx: Ctx, product_id: string, code: ErrorCode): Promise<void> {
  const known = await find(ctx, product_id);
  const after_s = postponeFor(code, known?.refusals ?? 0);
  if (after_s === null) return;
  const now = ctx.clock.now().toISOString();
  const change = {
    gone_at: code === 'catalog.page_missing' ? now : null,
    refusals: (known?.refusals ?? 0) + 1,
    refresh_after: agoOf(ctx, -after_s),
    updated_at: now,
  };
  await tables(ctx)
    .insertInto('catalog_upkeep')
    .values({ product_id, last_used_at: now, ...change })
    .onConflict((conflict) => conflict.column('product_id').doUpdateSet(change))
    .execute();
}

/** Tells whether a product is to be left alone for now. */
export async function isPostponed(ctx: Ctx, product_id: string): Promise<boolean> {
  const known = await find(ctx, product_id);
  return (known?.refresh_after ?? '') > ctx.clock.now().toISOString();
}

const find = (ctx: Ctx, product_id: string) =>
  tables(ctx).selectFrom('catalog_upkeep').selectAll().where('product_id', '=', product_id).executeTakeFirst();

interface Due {
  used_within_s: number;
  older_than_s: number;
  limit: number;
  /** Of one shop, so that a large one does not hide the others. */
  shop_limit: number;
}

/** Finds fetched products in use that are due to be read again and wait in no run yet, the most recently used first. */
export function findDue(
  ctx: Ctx,
  { used_within_s, older_than_s, limit, shop_limit }: Due,
): Promise<Pick<ProductRow, 'id' | 'product_url'>[]> {
  const due = tables(ctx)
    .selectFrom('catalog_upkeep')
    .innerJoin('catalog_products', 'catalog_products.id', 'product_id')
    .select(['catalog_products.id', 'product_url', 'last_used_at'])
    .select(sql<number>`row_number() over (partition by retailer order by last_used_at desc)`.as('place'))
    .where('content_key', '=', '')
    .where('last_used_at', '>', agoOf(ctx, used_within_s))
    .where('read_at', '<=', agoOf(ctx, older_than_s))
    .where((is) => is.or([is('refresh_after', 'is', null), is('refresh_after', '<=', ctx.clock.now().toISOString())]))
    .where(sql<boolean>`not exists (select from catalog_run_sources s where s.product_id = catalog_products.id and s.ended_at is null)`);
  return tables(ctx)
    .selectFrom(due.as('due'))
    .select(['id', 'product_url'])
    .where('place', '<=', shop_limit)
    .orderBy('last_used_at', 'desc')
    .limit(limit)
    .execute();
}
