import type { Readable } from 'node:stream';
import { PrivateFile } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { readToken } from '#platform/crypto/signed-token.ts';
import { notFound } from '#platform/errors/app-error.ts';
import { getSealed } from '#platform/storage/sealed-files.ts';
import { findPicture } from './garment.store.ts';
import type { PictureRow } from './garments-tables.ts';
import { pictureKey } from './picture-files.ts';
import { picture_label } from './present-photos.ts';

/** Gives a picture to whoever holds its address, decrypted on its way out. Forged, ended and deleted look alike. */
export async function readGarmentPicture(ctx: Ctx, token: string): Promise<PrivateFile> {
  const signed = readToken(ctx, picture_label, token);
  const row = signed && (await findPicture(ctx, signed.id));
  if (!row) throw notFound('picture');
  const left_s = Math.floor((signed.expires_at.getTime() - ctx.clock.now().getTime()) / 1000);
  return new PrivateFile({ etag: `"${row.id}"`, media_type: row.media_type, max_age_s: left_s, open: () => open(ctx, row) });
}

async function open(ctx: Ctx, row: PictureRow): Promise<Readable> {
  const content = await getSealed(ctx, pictureKey(row));
  if (!content) throw notFound('picture');
  return content;
}
