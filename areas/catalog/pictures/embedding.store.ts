import { sql } from 'kysely';
import type { Category } from '#contract/garment-kinds.ts';
import type { Ctx } from '#platform/area/context.ts';

export interface EmbeddingRow {
  picture_id: string;
  embedding: Buffer;
  network_version: string;
  made_at: string;
}

export type ProductEmbedding = Pick<EmbeddingRow, 'embedding' | 'network_version'> & { product_id: string; category: Category };

const table = (ctx: Ctx) => ctx.db.withTables<{ catalog_embeddings: EmbeddingRow }>();

/** Keeps an embedding in the place of the one before; of a picture that went meanwhile nothing is kept. */
export async function putEmbedding(ctx: Ctx, row: EmbeddingRow): Promise<void> {
  await table(ctx)
    .insertInto('catalog_embeddings')
    .columns(['picture_id', 'embedding', 'network_version', 'made_at'])
    .expression(
      sql`select p.id, ${row.embedding}::bytea, ${row.network_version}::text, ${row.made_at}::timestamptz
        from catalog_pictures p where p.id = ${row.picture_id} for share`,
    )
    .onConflict((conflict) => conflict.column('picture_id').doUpdateSet(row))
    .execute();
}

/** Lists flat pictures of what is for sale that a version of the network has not seen. */
export const listNotEmbedded = async (ctx: Ctx, { version, limit }: { version: string; limit: number }): Promise<string[]> =>
  (
    await sql<{ id: string }>`
      select p.id from catalog_pictures p left join catalog_embeddings e on e.picture_id = p.id
      where p.kind = 'flat' and e.network_version is distinct from ${version}
      order by p.id limit ${limit}
    `.execute(ctx.db)
  ).rows.map(({ id }) => id);

/** Lists the embeddings of what is for sale, made with a version, each with its product's kind. */
export const listProductEmbeddings = async (ctx: Ctx, version: string): Promise<ProductEmbedding[]> =>
  (
    await sql<ProductEmbedding>`
      select p.product_id, t.category, e.embedding, e.network_version
      from catalog_embeddings e join catalog_pictures p on p.id = e.picture_id
        join catalog_listings l on l.product_id = p.product_id join catalog_products t on t.id = p.product_id
      where e.network_version = ${version} and l.gone_at is null order by p.id
    `.execute(ctx.db)
  ).rows;
