import type { Ctx } from '#platform/area/context.ts';
import { tables, type PictureRow } from '../boutiques/boutique-tables.ts';

export const findPicture = (ctx: Ctx, id: string): Promise<PictureRow | undefined> =>
  tables(ctx).selectFrom('catalog_pictures').selectAll().where('id', '=', id).executeTakeFirst();

/** Finds what stands in a place of a product, and keeps others from changing it until the transaction ends. */
export const lockPictureAt = (
  tx: Ctx,
  { product_id, position }: Pick<PictureRow, 'product_id' | 'position'>,
): Promise<PictureRow | undefined> =>
  tables(tx)
    .selectFrom('catalog_pictures')
    .selectAll()
    .where('product_id', '=', product_id)
    .where('position', '=', position)
    .forUpdate()
    .executeTakeFirst();

/** Puts a picture into its place, over the one that was there. */
export async function putPicture(tx: Ctx, row: PictureRow): Promise<void> {
  await tables(tx)
    .insertInto('catalog_pictures')
    .values(row)
    .onConflict((conflict) => conflict.columns(['product_id', 'position']).doUpdateSet(row))
    .execute();
}

/** Lists the colours of a product that is for sale; undefined when it is not. */
export async function findListed(ctx: Ctx, product_id: string): Promise<string[] | undefined> {
  const rows = await tables(ctx)
    .selectFrom('catalog_listings as l')
    .innerJoin('catalog_colors as c', 'c.product_id', 'l.product_id')
    .select('c.name')
    .where('l.product_id', '=', product_id)
    .where('l.gone_at', 'is', null)
    .execute();
  return rows.length === 0 ? undefined : rows.map(({ name }) => name);
}

/** Lists the pictures of a product in the order in which they are shown. */
export const listPicturesOf = (ctx: Ctx, product_id: string): Promise<PictureRow[]> =>
  tables(ctx).selectFrom('catalog_pictures').selectAll().where('product_id', '=', product_id).orderBy('position').execute();
