import type { Ctx } from '#platform/area/context.ts';
import { lockPhoto } from '../photos/photo.store.ts';
import { removePhoto } from '../photos/remove-photo.ts';
import { photoFolder } from '../tryon-files.ts';

/** Ends a photo that has had its day: its file goes first. Returns false when it is over already. Throws what storage throws. */
export async function expirePhoto(tx: Ctx, id: string): Promise<boolean> {
  const row = await lockPhoto(tx, id);
  if (!row || row.state === 'expired' || row.expires_at > tx.clock.now().toISOString()) return false;
  await tx.storage.deleteAll(photoFolder(id), tx.signal);
  await removePhoto(tx, row, 'photo expired');
  return true;
}
