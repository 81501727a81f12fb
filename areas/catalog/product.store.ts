import { sql } from 'kysely';
import type { Ctx } from '#platform/area/context.ts';
import { newId } from '#platform/ids/new-id.ts';
import type { ProductReading } from './reading/product-reading.ts';

/** A product as it is kept: one reading of a page. */
export type ProductRow = ProductReading & {
  id: string;
  /** '' for what Toile read at the shop; else the hash of what a shopper handed over. */
  content_key: string;
  read_at: string;
  created_at: string;
  updated_at: string;
};

type Tables = {
  catalog_products: ProductRow;
  catalog_links: { link_key: string; product_id: string; created_at: string; updated_at: string };
  catalog_handed_over: { person_id: string; product_id: string; link_key: string; handed_at: string; created_at: string };
};

const tables = (ctx: Ctx) => ctx.db.withTables<Tables>();

/**
 * Keeps a reading under its shop, code and content, over an older one. Safe when two come at once: one row, the newest
 * reading. Returns the row as it then is.
 */
export async function saveProduct(
  tx: Ctx,
  reading: ProductReading,
  { content_key, read_at }: Pick<ProductRow, 'content_key' | 'read_at'>,
): Promise<ProductRow> {
  const now = tx.clock.now().toISOString();
  const fields = {
    ...reading,
    size_options: json(reading.size_options),
    quality: json(reading.quality),
    charts: json(reading.charts),
    read_at,
    updated_at: now,
  };
  const { retailer, product_code, ...changes } = fields;
  const saved = await tables(tx)
    .insertInto('catalog_products')
    .values({ ...fields, id: newId(), content_key, created_at: now })
    .onConflict((conflict) =>
      conflict.columns(['retailer', 'product_code', 'content_key']).doUpdateSet(changes).where('catalog_products.read_at', '<=', read_at),
    )
    .returningAll()
    .executeTakeFirst();
  return (
    saved ??
    tables(tx)
      .selectFrom('catalog_products')
      .selectAll()
      .where('retailer', '=', retailer)
      .where('product_code', '=', product_code)
      .where('content_key', '=', content_key)
      .executeTakeFirstOrThrow()
  );
}

/** Marks a product as read now. */
export function markRead(ctx: Ctx, id: string): Promise<ProductRow> {
  const now = ctx.clock.now().toISOString();
  return tables(ctx)
    .updateTable('catalog_products')
    .set({ read_at: now, updated_at: now })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** pg would write arrays as PostgreSQL arrays; jsonb wants text. */
const json = <T>(value: T): T => JSON.stringify(value) as T;

/** Remembers that links lead to a product, whatever they led to before. */
export async function saveLinks(tx: Ctx, link_keys: readonly string[], product_id: string): Promise<void> {
  const now = tx.clock.now().toISOString();
  // Sorted, so that two who save the same links never wait for each other in a circle.
  const rows = [...new Set(link_keys)].toSorted().map((link_key) => ({ link_key, product_id, created_at: now, updated_at: now }));
  await tables(tx)
    .insertInto('catalog_links')
    .values(rows)
    .onConflict((conflict) => conflict.column('link_key').doUpdateSet({ product_id, updated_at: now }))
    .execute();
}

/** Remembers who handed a reading over, and for which link. */
export async function saveHandedOver(
  tx: Ctx,
  { person_id, product_id, link_key }: { person_id: string; product_id: string; link_key: string },
): Promise<void> {
  const now = tx.clock.now().toISOString();
  await tables(tx)
    .insertInto('catalog_handed_over')
    .values({ person_id, product_id, link_key, handed_at: now, created_at: now })
    .onConflict((conflict) => conflict.columns(['person_id', 'product_id']).doUpdateSet({ link_key, handed_at: now }))
    .execute();
}

/** Finds a product that the asker may see: one of the shop's, or one they handed over. */
export function findProduct(ctx: Ctx, id: string): Promise<ProductRow | undefined> {
  return visible(ctx).where('catalog_products.id', '=', id).executeTakeFirst();
}

/** Finds what a product is called, whoever may see it. */
export async function findProductName(ctx: Ctx, id: string): Promise<string | undefined> {
  const row = await tables(ctx).selectFrom('catalog_products').select('product_name').where('id', '=', id).executeTakeFirst();
  return row?.product_name;
}

/** Finds what Toile itself read of a product. */
export function findFetched(
  ctx: Ctx,
  { retailer, product_code }: Pick<ProductRow, 'retailer' | 'product_code'>,
): Promise<ProductRow | undefined> {
  return tables(ctx)
    .selectFrom('catalog_products')
    .selectAll()
    .where('retailer', '=', retailer)
    .where('product_code', '=', product_code)
    .where('content_key', '=', '')
    .executeTakeFirst();
}

/** Finds the newest reading behind a link that the asker may see. */
export function findByLink(ctx: Ctx, link_key: string): Promise<ProductRow | undefined> {
  const by_link = tables(ctx).selectFrom('catalog_links').select('product_id').where('link_key', '=', link_key);
  const handed_over = tables(ctx)
    .selectFrom('catalog_handed_over')
    .select('product_id')
    .where('link_key', '=', link_key)
    .where('person_id', '=', ctx.actor.person_id);
  return visible(ctx)
    .where('catalog_products.id', 'in', by_link.unionAll(handed_over))
    .orderBy('read_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

function visible(ctx: Ctx) {
  return tables(ctx)
    .selectFrom('catalog_products')
    .selectAll()
    .where((where) =>
      where.or([
        where('content_key', '=', ''),
        where.exists(
          where
            .selectFrom('catalog_handed_over')
            .select(sql`1`.as('one'))
            .whereRef('catalog_handed_over.product_id', '=', 'catalog_products.id')
            .where('person_id', '=', ctx.actor.person_id),
        ),
      ]),
    );
}

/** Counts the products that everybody may see: read by Toile itself, or sold by a boutique. */
export async function countProducts(ctx: Ctx): Promise<number> {
  const { count } = await tables(ctx)
    .selectFrom('catalog_products')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('content_key', '=', '')
    .where(sql<boolean>`not exists (select from catalog_listings l where l.product_id = catalog_products.id and l.gone_at is not null)`)
    .executeTakeFirstOrThrow();
  return count;
}

/** Tells whether no product was ever read, handed over or put up for sale. */
export async function isFreshCatalog(ctx: Ctx): Promise<boolean> {
  return (await tables(ctx).selectFrom('catalog_products').select('id').limit(1).executeTakeFirst()) === undefined;
}

/** Gives everything one person handed over to another, who may have handed over the same. */
export async function moveHandedOver(tx: Ctx, from: string, to: string): Promise<void> {
  const theirs = tables(tx)
    .selectFrom('catalog_handed_over')
    .select(['product_id', 'link_key', 'handed_at', 'created_at', sql<string>`${to}::uuid`.as('person_id')])
    .where('person_id', '=', from)
    // In the order in which erasing locks them, so that the two never wait for each other in a circle.
    .orderBy('product_id');
  await tables(tx)
    .insertInto('catalog_handed_over')
    .columns(['product_id', 'link_key', 'handed_at', 'created_at', 'person_id'])
    .expression(theirs)
    .onConflict((conflict) => conflict.columns(['person_id', 'product_id']).doNothing())
    .execute();
  await tables(tx).deleteFrom('catalog_handed_over').where('person_id', '=', from).execute();
}

/** Lists what a person handed over, newest first. */
export function listHandedOver(ctx: Ctx, person_id: string) {
  return tables(ctx)
    .selectFrom('catalog_handed_over')
    .innerJoin('catalog_products', 'catalog_products.id', 'product_id')
    .select(['product_id', 'product_url', 'product_name', 'handed_at'])
    .where('person_id', '=', person_id)
    .orderBy('handed_at', 'desc')
    .execute();
}

/**
 * Forgets what a person handed over, and the readings that nobody else handed over too. Returns rows removed. Runs in
 * the caller's transaction, else two who erase or hand over at once may miss each other.
 */
export async function eraseHandedOver(tx: Ctx, person_id: string): Promise<number> {
  const removed = await tables(tx).deleteFrom('catalog_handed_over').where('person_id', '=', person_id).returning('product_id').execute();
  if (removed.length === 0) return 0;
  const ids = removed.map(({ product_id }) => product_id);
  await lockProducts(tx, ids);
  return removed.length + (await deleteOrphans(tx, ids));
}

/**
 * Waits for everybody who is handing over, or forgetting, the same products. Only a statement that begins after this one
 * sees what they did: a delete that itself waited for them would judge by what it saw before.
 */
async function lockProducts(tx: Ctx, ids: readonly string[]): Promise<void> {
  await tables(tx).selectFrom('catalog_products').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute();
}

async function deleteOrphans(tx: Ctx, ids: readonly string[]): Promise<number> {
  const deleted = await tables(tx)
    .deleteFrom('catalog_products')
    .where('content_key', '<>', '')
    .where('id', 'in', ids)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('catalog_handed_over')
            .select(sql`1`.as('one'))
            .whereRef('product_id', '=', 'catalog_products.id'),
        ),
      ),
    )
    .executeTakeFirst();
  return Number(deleted.numDeletedRows);
}
