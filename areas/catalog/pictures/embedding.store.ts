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

/** A job is tried five times; what then fails an hour later as often fails for good, with this version of the network. */
export const tries_max = 10;

/** Counts that a picture is shown to a version of the network, and returns the how manieth time it is; 0: the picture is gone. */
export async function beginTry(ctx: Ctx, { picture_id, version }: { picture_id: string; version: string }): Promise<number> {
  const { rows } = await sql<{ tries: number }>`
    insert into catalog_embedding_tries as t (picture_id, network_version, tries)
    select p.id, ${version}, 1 from catalog_pictures p where p.id = ${picture_id} for share
    on conflict (picture_id) do update set network_version = excluded.network_version,
      tries = case when t.network_version = excluded.network_version then t.tries + 1 else 1 end
    returning tries
  `.execute(ctx.db);
  return rows[0]?.tries ?? 0;
}

export async function forgetTries(ctx: Ctx, picture_id: string): Promise<void> {
  await sql`delete from catalog_embedding_tries where picture_id = ${picture_id}`.execute(ctx.db);
}

/** Lists flat pictures that a version of the network has not embedded, those it tried least first, without those it never will. */
export const listNotEmbedded = async (ctx: Ctx, { version, limit }: { version: string; limit: number }): Promise<string[]> =>
  (
    await sql<{ id: string }>`
      select p.id from catalog_pictures p left join catalog_embeddings e on e.picture_id = p.id
        left join catalog_embedding_tries t on t.picture_id = p.id and t.network_version = ${version}
      where p.kind = 'flat' and e.network_version is distinct from ${version} and coalesce(t.tries, 0) < ${tries_max}
      order by coalesce(t.tries, 0), p.id limit ${limit}
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
