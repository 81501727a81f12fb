import * as z from 'zod';
import { readProductPicture } from '#areas/catalog/index.ts';
import { takePicture } from '#areas/garments/index.ts';
import type { EventPayload } from '#contract/events.ts';
import { job, subscribe } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { enqueue } from '#platform/queue/enqueue.ts';
import { findAwaiting, listAwaiting, noteProductPicture } from './item.store.ts';

/**
 * Gives an item that waits for it the picture of its product in its colour, once. One that its owner photographed meanwhile, or
 * began to, keeps theirs. Without a picture of that colour it goes on waiting.
 */
export async function takeProductPicture(ctx: Ctx, item_id: string): Promise<void> {
  const item = await findAwaiting(ctx, item_id);
  if (!item) return;
  const content = await readProductPicture(ctx, item.product_id, item.product_color);
  if (!content) return;
  await takePicture(ctx, item_id, content);
  await noteProductPicture(ctx, item_id);
}

/** For half an hour; then when the product gets another picture, or its owner says again that they own it. */
export const take_product_picture = job({
  name: 'wardrobe.take-product-picture',
  payload: z.object({ item_id: z.uuid() }),
  retry_limit: 6,
  retry_delay_s: 30,
  longest_s: 120,
  run: (ctx, { item_id }) => takeProductPicture(ctx, item_id),
});

/** A product got a picture: whoever owns one without waits no longer. Listens to product.pictured. */
export const take_new_pictures = subscribe({
  event: 'product.pictured',
  name: 'wardrobe.take-new-pictures',
  handle: async (tx: Ctx, { product_id }: EventPayload<'product.pictured'>) => {
    for (const item_id of await listAwaiting(tx, product_id))
      await enqueue(tx, take_product_picture, { item_id }, { singleton_key: item_id });
  },
});
