import type { Ctx } from '#platform/area/context.ts';
import { findDataKeyOf } from '#platform/crypto/data-keys.ts';
import { newId } from '#platform/ids/new-id.ts';
import { putSealed } from '#platform/storage/sealed-files.ts';
import { partTooLarge, uploadEnded, wrongOffset } from './errors.ts';
import { partKey } from './upload-files.ts';
import { addPart, replaceParts, type UploadPart, type UploadRow } from './upload.store.ts';

/** Pieces of an upload; the files would be many and small else. Of what may be large more, a megabyte each. */
const partsMax = (bytes_max: number): number => Math.max(500, Math.ceil(bytes_max / 1024 / 1024));

interface Incoming {
  /** Where the piece begins; null: it is the whole file, and what came before counts no more. */
  offset_bytes: number | null;
  body: AsyncIterable<Uint8Array>;
}

/**
 * Takes in a piece of an upload, encrypting as it comes. When the line breaks, what came is kept, so that the sender goes on
 * from there; of a whole file nothing is. Of two requests for one place one counts. Returns how far the upload is now.
 */
export async function receivePart(ctx: Ctx, row: UploadRow, { offset_bytes, body }: Incoming): Promise<number> {
  if (offset_bytes !== null && offset_bytes !== row.offset_bytes) throw wrongOffset(row.offset_bytes);
  if (row.parts.length >= partsMax(row.bytes_max) && offset_bytes !== null) throw partTooLarge(row.bytes_max);
  const start = offset_bytes ?? 0;
  const room_bytes = (offset_bytes === null ? row.bytes_max : (row.length_bytes ?? row.bytes_max)) - start;
  const part = await storePart(ctx, row, { body, room_bytes, is_whole: offset_bytes === null });
  if (part.size_bytes === 0) return start;
  const replaced =
    offset_bytes === null ? await replaceParts(ctx, row.id, part) : (await addPart(ctx, { id: row.id, offset_bytes }, part)) && [];
  // Sent whole again and again, a file would fill the disk else: only the last one counts against a limit.
  for (const { id } of replaced || [part]) await ctx.storage.delete(partKey(row.id, id));
  if (replaced) return start + part.size_bytes;
  throw offset_bytes === null ? uploadEnded() : wrongOffset();
}

interface Room {
  body: AsyncIterable<Uint8Array>;
  room_bytes: number;
  is_whole: boolean;
}

async function storePart(ctx: Ctx, { id, owner_id, bytes_max }: UploadRow, { body, room_bytes, is_whole }: Room): Promise<UploadPart> {
  const key = await findDataKeyOf(ctx, owner_id);
  if (!key) throw uploadEnded();
  const part = { id: newId(), size_bytes: 0 };
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const bytes of is_whole ? body : untilBroken(body)) {
      if (part.size_bytes + bytes.byteLength > room_bytes) throw partTooLarge(bytes_max);
      part.size_bytes += bytes.byteLength;
      yield bytes;
    }
  }
  const storage_key = partKey(id, part.id);
  await putSealed(ctx, { storage_key, key }, counted());
  if (part.size_bytes === 0) await ctx.storage.delete(storage_key);
  return part;
}

/** A line that breaks ends what came; the sender knows by itself that more was meant. */
async function* untilBroken(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch {
    // What came so far is worth keeping: that is what resuming means.
  }
}
