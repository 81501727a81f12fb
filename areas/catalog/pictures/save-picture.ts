import { createHash } from 'node:crypto';
import * as z from 'zod';
import { picture_kinds } from '#contract/for-sale.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { notFound } from '#platform/errors/app-error.ts';
import { publish } from '#platform/events/publish.ts';
import { parseInput } from '#platform/http/parse-input.ts';
import { enqueue } from '#platform/queue/enqueue.ts';
import { newId } from '#platform/ids/new-id.ts';
import { line } from '../boutiques/boutique-draft.ts';
import type { PictureRow } from '../boutiques/boutique-tables.ts';
import { forgetProducts } from '../boutiques/forget-products.ts';
import { invalidDraft } from '../boutiques/invalid-draft.ts';
import { embed_picture } from './embed-pictures.ts';
import { forgetPictureFiles, originalKey } from './picture-files.ts';
import { findListed, lockPictureAt, putPicture } from './picture.store.ts';
import { readPictureFile } from './resize.ts';

const pictureDraft = z.object({
  product_id: z.uuid(),
  /** From 0, which is shown in grids; what stood there is replaced. */
  position: z.int().min(0).max(99),
  kind: z.enum(picture_kinds),
  /** The name of the colour it shows. */
  color: line(40).nullable(),
  alt: line(300),
});
/** `content` is WebP or PNG. */
export type PictureDraft = z.input<typeof pictureDraft> & { content: Uint8Array };
type Place = z.output<typeof pictureDraft>;

/** Larger ones are photos straight from a camera; they are asked for smaller. */
const bytes_max = 10 * 1024 * 1024;

/**
 * Keeps a picture of a boutique's product in its place. The same picture again keeps its id, another one gets a new one,
 * because browsers keep pictures for good. Call it outside of a transaction. Throws `request.invalid`, `request.not_found`.
 */
export async function savePicture(ctx: Ctx, { content, ...draft }: PictureDraft): Promise<{ id: string }> {
  const place = parseInput(pictureDraft, draft) as Place;
  if (content.byteLength > bytes_max) throw invalidDraft('content', 'A picture has at most 10 MB');
  await checkPlace(ctx, place);
  const sha256 = createHash('sha256').update(content).digest('hex');
  const { webp, ...size } = await readPictureFile(content);
  const id = newId();
  // Before the row: a row without its file would be a broken picture.
  await ctx.storage.put(originalKey(id), webp, ctx.signal);
  const kept_id = await inTransaction(ctx, (tx) => keep(tx, { ...place, ...size, id, sha256 })).catch(async (error: unknown) => {
    await ctx.storage.delete(originalKey(id));
    throw error;
  });
  await forgetProducts(ctx, [place.product_id]);
  return { id: kept_id };
}

async function checkPlace(ctx: Ctx, { product_id, color }: Place): Promise<void> {
  const colors = await findListed(ctx, product_id);
  if (!colors) throw notFound('product');
  if (color !== null && !colors.includes(color)) throw invalidDraft('color', `The product does not come in ${color}`);
}

async function keep(tx: Ctx, row: Omit<PictureRow, 'created_at'>): Promise<string> {
  const before = await lockPictureAt(tx, row);
  const id = before?.sha256 === row.sha256 ? before.id : row.id;
  await putPicture(tx, { ...row, id, created_at: tx.clock.now().toISOString() });
  if (row.kind === 'flat' && id !== before?.id) await enqueue(tx, embed_picture, { picture_id: id }, { singleton_key: id });
  if (row.kind !== 'detail' && id !== before?.id) await publish(tx, 'product.pictured', { product_id: row.product_id });
  await forgetPictureFiles(tx, [row.id, before?.id].filter((one) => one !== undefined && one !== id) as string[]);
  return id;
}
