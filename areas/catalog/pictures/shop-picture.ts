import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import * as z from 'zod';
import { uprightPhoto } from '#areas/garments/index.ts';
import type { Product } from '#contract/catalog.ts';
import { job } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { AppError } from '#platform/errors/app-error.ts';

type Tables = { catalog_shop_pictures: { url_hash: string; fetched_at: string } };

/** As large as anybody is drawn who wears it, px. */
const side = 1024;
/** As old as a product's page may be before it is read again. */
const fresh_ms = 24 * 3_600_000;
/** So long a shop that is away is still shown by what it had. */
const kept_ms = 7 * 24 * 3_600_000;
/** Never text: what a shop shows instead of a picture is none. */
const accept = 'image/webp,image/png,image/jpeg;q=0.9,image/avif;q=0.8';

const folderOf = (url_hash: string): string => `catalog/shop-pictures/${url_hash}/`;
const keyOf = (url_hash: string): string => `${folderOf(url_hash)}picture`;
const table = ({ db }: Ctx) => db.withTables<Tables>();

/** Where the picture of a retailer's product lies with its shop; undefined where there is none, or a boutique here has its own. */
export const shopPictureUrl = ({ boutique, product_images, product_image }: Product): string | undefined =>
  boutique ? undefined : (product_images[0] ?? product_image ?? undefined);

/**
 * Fetches the picture of a retailer's product, as politely as its page is read, and keeps it for a day; where the shop is away,
 * what it had serves for a week. A JPEG of at most 1024 px a side; undefined where the product has none. Throws `catalog.*` as
 * reading a page does, and `garments.*` where what came is no picture.
 */
export async function readShopPicture(ctx: Ctx, product: Product): Promise<Uint8Array | undefined> {
  const url = shopPictureUrl(product);
  if (url === undefined) return undefined;
  const url_hash = createHash('sha256').update(url).digest('hex');
  const kept = await findKept(ctx, url_hash);
  if (kept?.is_fresh) return kept.content;
  try {
    const { bytes } = await ctx.outbound.readFile(url, { accept }, ctx.signal);
    const { content } = await uprightPhoto(bytes, side);
    await keep(ctx, url_hash, content);
    return content;
  } catch (error) {
    // A shop that answers that it has none, or must not be asked, is believed.
    if (!kept || !isAway(error)) throw error;
    ctx.log.info({ err: error }, 'a shop is away; the one from before serves');
    return kept.content;
  }
}

const isAway = (error: unknown): boolean => error instanceof AppError && error.code === 'catalog.retailer_unavailable';

async function findKept(ctx: Ctx, url_hash: string): Promise<{ content: Buffer; is_fresh: boolean } | undefined> {
  const row = await table(ctx).selectFrom('catalog_shop_pictures').selectAll().where('url_hash', '=', url_hash).executeTakeFirst();
  const age_ms = row ? ctx.clock.now().getTime() - Date.parse(row.fetched_at) : Infinity;
  if (age_ms > kept_ms) return undefined;
  const found = await ctx.storage.get(keyOf(url_hash), ctx.signal);
  return found && { content: await buffer(found.content), is_fresh: age_ms <= fresh_ms };
}

/** The row first: a file without one would never be deleted. */
async function keep(ctx: Ctx, url_hash: string, content: Buffer): Promise<void> {
  const row = { url_hash, fetched_at: ctx.clock.now().toISOString() };
  await table(ctx)
    .insertInto('catalog_shop_pictures')
    .values(row)
    .onConflict((conflict) => conflict.column('url_hash').doUpdateSet(row))
    .execute();
  await ctx.storage.put(keyOf(url_hash), content, ctx.signal);
}

/** Deletes pictures of shops that nobody has fetched for a week. */
export const forget_shop_pictures = job({
  name: 'catalog.forget-shop-pictures',
  payload: z.object({}),
  retry_limit: 3,
  retry_delay_s: 300,
  cron: '11 3 * * *',
  run: async (ctx) => {
    const before = new Date(ctx.clock.now().getTime() - kept_ms).toISOString();
    const old = await table(ctx).selectFrom('catalog_shop_pictures').select('url_hash').where('fetched_at', '<', before).execute();
    for (const { url_hash } of old) {
      await ctx.storage.deleteAll(folderOf(url_hash), ctx.signal);
      await table(ctx).deleteFrom('catalog_shop_pictures').where('url_hash', '=', url_hash).where('fetched_at', '<', before).execute();
    }
  },
});
