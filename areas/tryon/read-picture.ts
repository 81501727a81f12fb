import type { Readable } from 'node:stream';
import { PrivateFile } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { readToken } from '#platform/crypto/signed-token.ts';
import { notFound } from '#platform/errors/app-error.ts';
import { getSealed } from '#platform/storage/sealed-files.ts';
import { photo_label, picture_label } from './picture-url.ts';
import { findPhoto } from './photos/photo.store.ts';
import { findPicture } from './sessions/session.store.ts';
import { photoKey, pictureKey } from './tryon-files.ts';

interface Found {
  id: string;
  media_type: string;
  storage_key: string;
}

/** Gives a picture to whoever holds its address, decrypted on its way out. Forged, ended and deleted look alike. */
export async function readTryOnPicture(ctx: Ctx, token: string): Promise<PrivateFile> {
  const [of_photo, of_look] = [readToken(ctx, photo_label, token), readToken(ctx, picture_label, token)];
  const signed = of_photo ?? of_look;
  const found = of_photo ? await findPhotoFile(ctx, of_photo.id) : of_look && (await findLookFile(ctx, of_look.id));
  if (!signed || !found) throw notFound('picture');
  const left_s = Math.floor((signed.expires_at.getTime() - ctx.clock.now().getTime()) / 1000);
  return new PrivateFile({ etag: `"${found.id}"`, media_type: found.media_type, max_age_s: left_s, open: () => open(ctx, found) });
}

async function findPhotoFile(ctx: Ctx, id: string): Promise<Found | undefined> {
  const row = await findPhoto(ctx, id);
  return row?.state === 'ready' ? { id, media_type: 'image/jpeg', storage_key: photoKey(id) } : undefined;
}

async function findLookFile(ctx: Ctx, id: string): Promise<Found | undefined> {
  const row = await findPicture(ctx, id);
  return row && { id, media_type: row.media_type, storage_key: pictureKey(row) };
}

async function open(ctx: Ctx, { storage_key }: Found): Promise<Readable> {
  const content = await getSealed(ctx, storage_key);
  if (!content) throw notFound('picture');
  return content;
}
