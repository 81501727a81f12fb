import * as z from 'zod';
import { job } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { publish } from '#platform/events/publish.ts';
import { tellState } from './announce.ts';
import { lockGarment } from './garment.store.ts';
import { readKept } from './read-kept.ts';
import type { PhotoTags } from './tagging/tag-photo-aside.ts';
import { putTags } from './tags.store.ts';

interface Work {
  garment_id: string;
  photo_id: string;
}

/** Looks at a garment's photo and guesses what it is. Without its cut-out the network's own coarse mask serves. */
export const tag_photo = job<Work>({
  name: 'garments.tag_photo',
  payload: z.object({ garment_id: z.uuid(), photo_id: z.uuid() }),
  retry_limit: 4,
  retry_delay_s: 10,
  longest_s: 60,
  is_prompt: true,
  run: async (ctx, work) => {
    const photo = await readKept(ctx, work, 'original');
    if (!photo) return;
    const clean = await readKept(ctx, work, 'clean');
    const task = {
      module: new URL('tagging/tag-photo-aside.ts', import.meta.url),
      name: 'tagPhoto',
      input: { content: photo.content, clean: clean?.content, embedder_dir: ctx.config.EMBEDDER_DIR || undefined },
      bytes: photo.content.byteLength,
    };
    await keepTags(ctx, work, await ctx.workers.run<PhotoTags>(task, ctx.signal));
  },
});

const keepTags = (ctx: Ctx, { garment_id, photo_id }: Work, { guesses, embedding, network_version }: PhotoTags): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const garment = await lockGarment(tx, garment_id);
    // Deleted, or another photo's by now.
    if (garment?.photo_id !== photo_id) return;
    const made_at = tx.clock.now().toISOString();
    await putTags(tx, { garment_id, photo_id, guesses, embedding: Buffer.from(embedding), network_version, made_at });
    await publish(tx, 'garment.tagged', { garment_id, owner_id: garment.owner_id, guesses });
    await tellState(tx, garment);
  });
