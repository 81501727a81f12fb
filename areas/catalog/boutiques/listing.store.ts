import { sql } from 'kysely';
import type { Ctx } from '#platform/area/context.ts';
import { newId } from '#platform/ids/new-id.ts';
import { tables, type BoutiqueRow, type ColorRow, type ListingRow, type PictureRow, type VariantRow } from './boutique-tables.ts';
import type { StockPlan } from './plan-stock.ts';
import { foldText } from './search-text.ts';

export const findListing = (ctx: Ctx, product_id: string): Promise<ListingRow | undefined> =>
  tables(ctx).selectFrom('catalog_listings').selectAll().where('product_id', '=', product_id).executeTakeFirst();

/** Finds which product has a slug, and whose it is or was. Gone ones are found too. */
export const findBySlug = (ctx: Ctx, slug: string): Promise<{ product_id: string; retailer: string; gone_at: string | null } | undefined> =>
  tables(ctx)
    .selectFrom('catalog_listings as l')
    .innerJoin('catalog_products as p', 'p.id', 'l.product_id')
    .select(['l.product_id', 'p.retailer', 'l.gone_at'])
    .where('l.slug', '=', slug)
    .executeTakeFirst();

/** All that a product has beside, when a boutique sells it here. */
export interface Listing {
  listing: ListingRow;
  boutique: BoutiqueRow | undefined;
  colors: ColorRow[];
  variants: VariantRow[];
  pictures: PictureRow[];
}

export async function readListing(ctx: Ctx, product_id: string): Promise<Listing | null> {
  const listing = await findListing(ctx, product_id);
  if (!listing) return null;
  const [boutique, colors, variants, pictures] = await Promise.all([
    listing.boutique_id === null
      ? undefined
      : tables(ctx).selectFrom('catalog_boutiques').selectAll().where('id', '=', listing.boutique_id).executeTakeFirst(),
    tables(ctx).selectFrom('catalog_colors').selectAll().where('product_id', '=', product_id).orderBy('position').execute(),
    tables(ctx).selectFrom('catalog_variants').selectAll().where('product_id', '=', product_id).orderBy('id').execute(),
    tables(ctx).selectFrom('catalog_pictures').selectAll().where('product_id', '=', product_id).orderBy('position').execute(),
  ]);
  return { listing, boutique, colors, variants, pictures };
}

type ListingFields = Omit<ListingRow, 'listed_at' | 'gone_at' | 'updated_at'>;

/** Puts a product up for sale, or changes it; one that was gone is new again. */
export async function saveListing(tx: Ctx, fields: ListingFields): Promise<void> {
  const now = tx.clock.now().toISOString();
  await tables(tx)
    .insertInto('catalog_listings')
    .values({ ...fields, listed_at: now, gone_at: null, updated_at: now })
    .onConflict((conflict) =>
      conflict.column('product_id').doUpdateSet((set) => ({
        ...fields,
        listed_at: set.case().when('catalog_listings.gone_at', 'is', null).then(set.ref('catalog_listings.listed_at')).else(now).end(),
        gone_at: null,
        updated_at: now,
      })),
    )
    .execute();
}

/** Reads what lies there and keeps buyers and others who change it away until the transaction ends. */
export const lockVariants = (tx: Ctx, product_id: string): Promise<VariantRow[]> =>
  tables(tx).selectFrom('catalog_variants').selectAll().where('product_id', '=', product_id).orderBy('id').forUpdate().execute();

/** Makes colours and stock as planned: what goes first, because a colour stays while a variant has it. */
export async function applyStock(tx: Ctx, product_id: string, { colors, kept, removed_ids }: StockPlan): Promise<void> {
  const now = tx.clock.now().toISOString();
  if (removed_ids.length > 0) await tables(tx).deleteFrom('catalog_variants').where('id', 'in', removed_ids).execute();
  await tables(tx)
    .insertInto('catalog_colors')
    .values(colors.map((color) => ({ ...color, product_id })))
    .onConflict((conflict) =>
      conflict.columns(['product_id', 'name']).doUpdateSet((set) => ({
        position: set.ref('excluded.position'),
        hex: set.ref('excluded.hex'),
        family: set.ref('excluded.family'),
      })),
    )
    .execute();
  await tables(tx)
    .insertInto('catalog_variants')
    .values(kept.map((variant) => ({ ...variant, id: newId(), product_id, reserved: 0, created_at: now, updated_at: now })))
    .onConflict((conflict) =>
      conflict.columns(['product_id', 'size', 'color']).doUpdateSet((set) => ({
        sku: set.ref('excluded.sku'),
        price_minor: set.ref('excluded.price_minor'),
        on_hand: set.ref('excluded.on_hand'),
        updated_at: now,
      })),
    )
    .execute();
  const names = colors.map(({ name }) => name);
  await tables(tx)
    .updateTable('catalog_pictures')
    .set({ color: null })
    .where('product_id', '=', product_id)
    .where('color', 'not in', names)
    .execute();
  await tables(tx).deleteFrom('catalog_colors').where('product_id', '=', product_id).where('name', 'not in', names).execute();
}

/** Takes products off the shelves: nothing stays but what their address needs to say so. Returns the ids of their pictures. */
export async function clearListings(tx: Ctx, product_ids: readonly string[]): Promise<string[]> {
  if (product_ids.length === 0) return [];
  const now = tx.clock.now().toISOString();
  const pictures = await tables(tx).deleteFrom('catalog_pictures').where('product_id', 'in', product_ids).returning('id').execute();
  await tables(tx).deleteFrom('catalog_variants').where('product_id', 'in', product_ids).execute();
  await tables(tx).deleteFrom('catalog_colors').where('product_id', 'in', product_ids).execute();
  await tables(tx)
    .updateTable('catalog_listings')
    .set({ boutique_id: null, description: '', search_text: '', gone_at: now, updated_at: now })
    .where('product_id', 'in', product_ids)
    .execute();
  return pictures.map(({ id }) => id);
}

export async function listProductIdsOf(ctx: Ctx, boutique_id: string): Promise<string[]> {
  const rows = await tables(ctx)
    .selectFrom('catalog_listings')
    .select('product_id')
    .where('boutique_id', '=', boutique_id)
    .orderBy('product_id')
    .execute();
  return rows.map(({ product_id }) => product_id);
}

/** Lets products follow the name of their boutique, in what is shown and what is searched. */
export async function renameSeller(
  tx: Ctx,
  { product_ids, from, to }: { product_ids: readonly string[]; from: string; to: string },
): Promise<void> {
  if (product_ids.length === 0) return;
  await tables(tx).updateTable('catalog_products').set({ brand: to }).where('id', 'in', product_ids).execute();
  await tables(tx)
    .updateTable('catalog_listings')
    .set({ search_text: sql<string>`left(replace(search_text, ${foldText(from)}, ${foldText(to)}), 8000)` })
    .where('product_id', 'in', product_ids)
    .execute();
}
