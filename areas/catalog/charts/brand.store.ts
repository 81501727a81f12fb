import type { Ctx } from '#platform/area/context.ts';
import { newId } from '#platform/ids/new-id.ts';

export interface BrandRow {
  id: string;
  brand_key: string;
  name: string;
  created_at: string;
  updated_at: string;
}

const tables = (ctx: Ctx) => ctx.db.withTables<{ catalog_brands: BrandRow }>();

/** Makes sure that brands exist under their keys. Idempotent, safe when two do it at once. */
export async function saveBrands(ctx: Ctx, brands: readonly Pick<BrandRow, 'brand_key' | 'name'>[]): Promise<void> {
  if (brands.length === 0) return;
  const now = ctx.clock.now().toISOString();
  await tables(ctx)
    .insertInto('catalog_brands')
    .values(brands.map((brand) => ({ ...brand, id: newId(), created_at: now, updated_at: now })))
    .onConflict((conflict) => conflict.column('brand_key').doNothing())
    .execute();
}

/** Lists all brands by name. */
export function listBrandRows(ctx: Ctx): Promise<BrandRow[]> {
  return tables(ctx).selectFrom('catalog_brands').selectAll().orderBy('brand_key').execute();
}
