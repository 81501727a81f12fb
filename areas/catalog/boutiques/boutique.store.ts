import { sql } from 'kysely';
import type { Boutique } from '#contract/shop-window.ts';
import type { Ctx } from '#platform/area/context.ts';
import { newId } from '#platform/ids/new-id.ts';
import { tables, type BoutiqueRow } from './boutique-tables.ts';

export type BoutiqueFields = Omit<BoutiqueRow, 'id' | 'created_at' | 'updated_at'>;

/** Keeps a boutique under its slug and returns it. What has not changed keeps its date. */
export async function upsertBoutique(ctx: Ctx, { slug, ...fields }: BoutiqueFields): Promise<BoutiqueRow> {
  const now = ctx.clock.now().toISOString();
  return tables(ctx)
    .insertInto('catalog_boutiques')
    .values({ ...fields, slug, id: newId(), created_at: now, updated_at: now })
    .onConflict((conflict) => conflict.column('slug').doUpdateSet({ ...fields, updated_at: now }))
    .returningAll()
    .executeTakeFirstOrThrow();
}

export const findBoutiqueBySlug = (ctx: Ctx, slug: string): Promise<BoutiqueRow | undefined> =>
  tables(ctx).selectFrom('catalog_boutiques').selectAll().where('slug', '=', slug).executeTakeFirst();

/** Finds the same and keeps others from changing or removing it until the transaction ends. */
export const lockBoutique = (tx: Ctx, slug: string): Promise<BoutiqueRow | undefined> =>
  tables(tx).selectFrom('catalog_boutiques').selectAll().where('slug', '=', slug).forUpdate().executeTakeFirst();

export async function deleteBoutique(tx: Ctx, id: string): Promise<void> {
  await tables(tx).deleteFrom('catalog_boutiques').where('id', '=', id).execute();
}

/** Lists boutiques by name with how much they sell; one alone when an id or slug is given. */
export function listBoutiqueRows(ctx: Ctx, only?: { by: 'id' | 'slug'; value: string }): Promise<Boutique[]> {
  return tables(ctx)
    .selectFrom('catalog_boutiques as b')
    .select(['b.id', 'b.slug', 'name', 'city', 'country', 'story', 'language', 'ships_in_days', 'returns_days', 'currency', 'b.updated_at'])
    .select(sql<number>`(select count(*) from catalog_listings l where l.boutique_id = b.id)`.as('products_count'))
    .$if(only !== undefined, (query) => query.where(`b.${only!.by}`, '=', only!.value))
    .orderBy('name')
    .orderBy('b.id')
    .execute();
}
