import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { FileAnswer } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { AppError, notFound } from '#platform/errors/app-error.ts';
import { findBySlug, readListing } from '../boutiques/listing.store.ts';
import { originalKey, shareKey } from '../pictures/picture-files.ts';
import { findProductName } from '../product.store.ts';
import { type ShareFacts, drawSharePicture } from './draw-share-picture.ts';

/** All who ask for one at a time share one drawing; afterwards it comes from storage. */
const shared_s = 5;

/** Its address stays when a price changes, so it is asked for again. In seconds. */
const fresh_s = 3600;

/** Gives the picture that goes with a product's link. Made at the first ask, and again when what it says has changed. */
export async function readSharePicture(ctx: Ctx, slug: string): Promise<FileAnswer> {
  const found = await findBySlug(ctx, slug);
  if (!found) throw notFound('picture');
  if (found.gone_at !== null) throw new AppError('catalog.product_gone', { message: 'This garment is no longer sold.' });
  const [listing, product_name] = await Promise.all([readListing(ctx, found.product_id), findProductName(ctx, found.product_id)]);
  if (!listing?.boutique || product_name === undefined) throw notFound('picture');
  const { boutique, variants, pictures } = listing;
  const facts = {
    product_name,
    boutique: boutique.name,
    city: boutique.city,
    price: priceOf(
      variants.map(({ price_minor }) => price_minor),
      boutique.currency,
    ),
  };
  const picture_id = pictures[0]?.id ?? null;
  const version = createHash('sha256')
    .update(JSON.stringify([facts, picture_id]))
    .digest('hex')
    .slice(0, 12);
  const content = await ctx.memory.getOrMake(`share:${slug}:${version}`, shared_s, () => findOrDraw(ctx, { facts, picture_id, version }));
  return new FileAnswer(`"${version}"`, content, fresh_s);
}

type Wanted = { facts: Omit<ShareFacts, 'garment'>; picture_id: string | null; version: string };

/** It lies beside the picture it was made from, and goes with it. */
async function findOrDraw(ctx: Ctx, { facts, picture_id, version }: Wanted): Promise<Uint8Array> {
  if (picture_id === null) return drawSharePicture(ctx, { ...facts, garment: null });
  const kept = await read(ctx, shareKey(picture_id, version));
  if (kept) return kept;
  const drawn = await drawSharePicture(ctx, { ...facts, garment: (await read(ctx, originalKey(picture_id))) ?? null });
  await ctx.storage.put(shareKey(picture_id, version), drawn);
  return drawn;
}

async function read(ctx: Ctx, key: string): Promise<Uint8Array | undefined> {
  const found = await ctx.storage.get(key);
  return found && buffer(found.content);
}

function priceOf(prices: number[], currency: string): string {
  const format = (minimumFractionDigits?: number) =>
    new Intl.NumberFormat('en', { style: 'currency', currency, ...(minimumFractionDigits === undefined ? {} : { minimumFractionDigits }) });
  const digits = format().resolvedOptions().maximumFractionDigits ?? 2;
  const amount = Math.min(...prices) / 10 ** digits;
  return format(Number.isInteger(amount) ? 0 : digits).format(amount);
}
