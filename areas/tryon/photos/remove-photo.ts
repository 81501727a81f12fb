import type { Ctx } from '#platform/area/context.ts';
import { doomFiles } from '#platform/storage/doomed-files.ts';
import { forgetUploads } from '#platform/uploads/make-upload.ts';
import { cancelSession } from '../sessions/cancel-session.ts';
import { lockInLineOf } from '../sessions/session.store.ts';
import { photoFolder } from '../tryon-files.ts';
import type { PhotoRow } from '../tryon-tables.ts';
import { updatePhoto } from './photo.store.ts';

/** What is left of a photo that is over: that there was one, and when. */
export const wiped = { person_id: null, upload_id: null, width: null, height: null, garments: null, joints: null } as const;

/**
 * Removes a photo whose lock is held, in the caller's transaction, and stops what is being made of it; its files go after the
 * commit. Returns the rows removed, uploads among them.
 */
export async function removePhoto(tx: Ctx, { id, person_id, upload_id, state }: PhotoRow, reason: string): Promise<number> {
  if (state === 'expired') return 0;
  for (const session of await lockInLineOf(tx, id)) await cancelSession(tx, session, reason);
  const uploads = await forgetUploads(tx, upload_id === null ? [] : [upload_id]);
  await updatePhoto(tx, id, { ...wiped, state: 'expired', expired_at: tx.clock.now().toISOString() });
  await doomFiles(tx, { prefixes: [photoFolder(id)], owner_id: person_id });
  return 1 + uploads;
}
