import { buffer } from 'node:stream/consumers';
import * as z from 'zod';
import { embeddingVersion, embedPicture } from '#areas/garments/index.ts';
import { job } from '#platform/area/area.ts';
import { enqueue } from '#platform/queue/enqueue.ts';
import { beginTry, forgetTries, listNotEmbedded, putEmbedding, tries_max } from './embedding.store.ts';
import { originalKey } from './picture-files.ts';
import { findPicture } from './picture.store.ts';

/** So many an hour, for a boutique's whole catalogue within the day; what is new does not wait for it. */
const at_once = 500;

/** Notes where a product's picture lies among those that look alike. A picture that is gone by now is left, and so is one that failed `tries_max` times. */
export const embed_picture = job({
  name: 'catalog.embed-picture',
  payload: z.object({ picture_id: z.uuid() }),
  retry_limit: 4,
  retry_delay_s: 30,
  longest_s: 60,
  run: async (ctx, { picture_id }) => {
    const row = await findPicture(ctx, picture_id);
    const found = row && (await ctx.storage.get(originalKey(row.id), ctx.signal));
    const content = found && (await buffer(found.content));
    // Counted before the work, which may end the process; a storage that is away is not the picture's fault.
    const tries = await beginTry(ctx, { picture_id, version: embeddingVersion(ctx) });
    if (!row || !content || tries === 0 || tries > tries_max) return;
    try {
      const { embedding, network_version } = await embedPicture(ctx, content, row.has_alpha);
      await putEmbedding(ctx, { picture_id, embedding: Buffer.from(embedding), network_version, made_at: ctx.clock.now().toISOString() });
      await forgetTries(ctx, picture_id);
    } catch (error) {
      if (tries < tries_max) throw error;
      ctx.log.error({ err: error, picture_id }, 'a picture that cannot be embedded was given up');
    }
  },
});

/** Has pictures embedded that were not yet, or with another version of the network, every hour. */
export const embed_new = job({
  name: 'catalog.embed-new',
  payload: z.object({}),
  retry_limit: 2,
  retry_delay_s: 60,
  cron: '23 * * * *',
  run: async (ctx) => {
    for (const picture_id of await listNotEmbedded(ctx, { version: embeddingVersion(ctx), limit: at_once }))
      await enqueue(ctx, embed_picture, { picture_id }, { singleton_key: picture_id });
  },
});
