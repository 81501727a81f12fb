import type { BackgroundColor, ReturnFormat } from '#contract/garments.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { AppError, notFound } from '#platform/errors/app-error.ts';
import { enqueue } from '#platform/queue/enqueue.ts';
import { tellState } from './announce.ts';
import { cut_out } from './cut-out-job.ts';
import { noPhoto } from './errors.ts';
import { lockGarment } from './garment.store.ts';
import { readMask, replaceMask } from './painted-mask.ts';
import { changeGarment } from './photo-state.ts';

interface Look {
  preferred_bg_color: BackgroundColor;
  return_format?: ReturnFormat | undefined;
  /** What its owner painted: a PNG in base64, light where the garment is. It is obeyed until the next one, or another photo. */
  mask_png?: string | undefined;
}

/**
 * Has the background of a garment's photo taken away. While a photo is on its way, it is done once that is there.
 * Throws `garments.no_photo`, `garments.bad_mask`, `request.invalid` for a see-through JPEG, which there is not.
 */
export async function askForClean(ctx: Ctx, id: string, { preferred_bg_color: bg_color, return_format, mask_png }: Look): Promise<void> {
  const clean_format = return_format ?? (bg_color === 'transparent' ? 'png' : 'jpeg');
  if (bg_color === 'transparent' && clean_format === 'jpeg') throw noSeeThroughJpeg();
  const painted = mask_png === undefined ? null : await readMask(mask_png);
  await inTransaction(ctx, async (tx) => {
    const garment = await lockGarment(tx, id);
    if (!garment) throw notFound('garment');
    const look = { bg_color, clean_format, wants_clean: true };
    const { photo_id, photo_state } = garment;
    const is_coming = photo_state === 'waiting' || photo_state === 'processing';
    // One that only waits may never come: then what is there is cut out.
    if (photo_state === 'processing' || (is_coming && photo_id === null)) return void (await changeGarment(tx, garment, look));
    if (photo_id === null) throw noPhoto();
    await replaceMask(tx, garment, { photo_id, painted });
    const working_since = tx.clock.now().toISOString();
    const changed = await changeGarment(tx, garment, { ...look, clean_state: 'processing', problem: null, attempts: 0, working_since });
    await enqueue(tx, cut_out, { garment_id: id, photo_id }, { singleton_key: `${id}:${photo_id}` });
    await tellState(tx, changed);
  });
}

const noSeeThroughJpeg = (): AppError =>
  new AppError('request.invalid', {
    message: 'JPEG cannot be see-through. Ask for png or webp, or for app-white.',
    fields: { return_format: 'png or webp' },
  });
