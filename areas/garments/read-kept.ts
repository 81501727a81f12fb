import type { Ctx } from '#platform/area/context.ts';
import { readSealed } from '#platform/storage/sealed-files.ts';
import type { PhotoToCut } from './cut-out/cut-out.ts';
import { listPictures } from './garment.store.ts';
import type { PictureKind } from './garments-tables.ts';
import { pictureKey } from './picture-files.ts';

/** Reads one kept picture of a photo, decrypted; undefined when there is none, or it belongs to another photo. */
export async function readKept(
  ctx: Ctx,
  { garment_id, photo_id }: { garment_id: string; photo_id: string },
  kind: PictureKind,
): Promise<PhotoToCut | undefined> {
  const row = (await listPictures(ctx, [garment_id])).find((one) => one.kind === kind && one.photo_id === photo_id);
  const content = row && (await readSealed(ctx, pictureKey(row)));
  return content ? { content, width: row.width, height: row.height } : undefined;
}
