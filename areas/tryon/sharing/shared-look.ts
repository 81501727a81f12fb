import { readSharedProduct } from '#areas/catalog/index.ts';
import { garment_colors } from '#contract/garment-colors.ts';
import type { SharedItem, SharedLook } from '#contract/looks.ts';
import type { TriedItem } from '#contract/tryon.ts';
import { PrivateFile } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { notFound } from '#platform/errors/app-error.ts';
import { getSealed } from '#platform/storage/sealed-files.ts';
import { shareEnded } from '../errors.ts';
import { hashOf } from '../photos/take-photo.ts';
import { findSession, listPictures } from '../sessions/session.store.ts';
import { pictureKey } from '../tryon-files.ts';
import type { PictureRow, SessionRow } from '../tryon-tables.ts';
import { endOf } from './share-end.ts';
import { findShare } from './share.store.ts';

/** Shows a shared look to whoever has its link: the picture and its garments, and nothing of whose it is. Throws `tryon.share_ended`. */
export async function readSharedLook(ctx: Ctx, token: string): Promise<SharedLook> {
  const { session, ends_at, picture } = await open(ctx, token);
  const items: SharedItem[] = [];
  for (const item of session.items ?? []) items.push(await showItem(ctx, item));
  const { id, width, height } = picture;
  // The id only tells browsers that the picture is another one; the link decides.
  return { picture_url: `/v1/shared-looks/${token}/picture?of=${id}`, width, height, items, expires_at: ends_at };
}

/** Gives its picture, asked for anew each time: a link that was taken back shows nothing any more. Throws `tryon.share_ended`. */
export async function readSharedPicture(ctx: Ctx, token: string): Promise<PrivateFile> {
  const { picture } = await open(ctx, token);
  const read = async () => {
    const content = await getSealed(ctx, pictureKey(picture));
    if (!content) throw notFound('picture');
    return content;
  };
  return new PrivateFile({ etag: `"${picture.id}"`, media_type: picture.media_type, max_age_s: 0, open: read });
}

interface Opened {
  session: SessionRow;
  picture: PictureRow;
  ends_at: string;
}

/** Made up, ended and taken back look alike. */
async function open(ctx: Ctx, token: string): Promise<Opened> {
  const share = await findShare(ctx, hashOf(token));
  const session = share && (await findSession(ctx, share.session_id));
  if (!session || session.status !== 'completed') throw shareEnded();
  const ends_at = endOf(share, session);
  const pictures = await listPictures(ctx, [session.id]);
  const picture = pictures.find(({ kind }) => kind === 'nudged') ?? pictures.find(({ kind }) => kind === 'preview');
  if (!picture || ends_at <= ctx.clock.now().toISOString()) throw shareEnded();
  return { session, picture, ends_at };
}

/**
 * What somebody owns, or a page that they handed over, is told by its kind and a colour of ours alone: they may have called it
 * anything. What is for sale is told as it is sold now.
 */
async function showItem(ctx: Ctx, { kind, category, color, id }: TriedItem): Promise<SharedItem> {
  const product = kind === 'product' ? await readSharedProduct(ctx, id) : undefined;
  const unsold = { title: null, brand: null, product_id: null, price_minor: null, currency: null, product_url: null, boutique: null };
  if (!product) return { category, color: ourColor(color), ...unsold };
  const { product_name: title, brand, boutique: seller, product_url } = product;
  const { price_minor, currency } = product.variants.find((variant) => variant.color === color) ?? product;
  const boutique = seller && { slug: seller.slug, name: seller.name };
  return { category, color, title, brand, product_id: id, price_minor, currency, product_url: seller ? null : product_url, boutique };
}

const ourColor = (color: string | null): string | null => garment_colors.find((name) => name === color) ?? null;
