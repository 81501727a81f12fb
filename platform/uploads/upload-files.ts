import { getSealed } from '#platform/storage/sealed-files.ts';
import { storageDamaged } from '#platform/storage/storage-errors.ts';
import type { Ctx } from '#platform/area/context.ts';
import type { UploadRow } from './upload.store.ts';

/** All that was ever uploaded and not yet taken lies here. */
export const uploads_folder = 'uploads/';
export const folderOf = (upload_id: string): string => `${uploads_folder}${upload_id}/`;
export const partKey = (upload_id: string, part_id: string): string => `${folderOf(upload_id)}${part_id}`;

/** Gives what was uploaded, decrypted, piece after piece. */
export async function* contentOf(ctx: Ctx, { id, parts }: UploadRow): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    const content = await getSealed(ctx, partKey(id, part.id));
    if (!content) throw storageDamaged(`a piece of upload ${id} is missing`);
    yield* content as AsyncIterable<Uint8Array>;
  }
}
