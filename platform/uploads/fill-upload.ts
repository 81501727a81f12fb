import type { Ctx } from '#platform/area/context.ts';
import { uploadEnded } from './errors.ts';
import { receivePart } from './receive-part.ts';
import { findUpload } from './upload.store.ts';

/** Fills an upload with what Toile has itself; again replaces it. Throws `upload.ended`, `upload.too_large`. */
export async function fillUpload(ctx: Ctx, upload_id: string, content: Uint8Array): Promise<void> {
  const row = await findUpload(ctx, upload_id);
  if (!row) throw uploadEnded();
  await receivePart(ctx, row, { offset_bytes: null, body: once(content) });
}

// oxlint-disable-next-line require-await -- what is taken piece by piece comes in one
async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}
