import * as z from 'zod';
import { job } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { newId } from '#platform/ids/new-id.ts';
import { enqueue } from '#platform/queue/enqueue.ts';
import { productKey } from '../product-key.ts';

const window_key = 'catalog:window';
/** As long as anything may be remembered under it. */
const kept_s = 24 * 3600;

/**
 * Makes the next look at products, and at every list, see what was changed. After the change is committed: forgotten
 * before, the old would be remembered anew.
 */
export async function forgetProducts(ctx: Ctx, product_ids: readonly string[]): Promise<void> {
  for (const id of product_ids) await ctx.cache.forget(productKey(id));
  await ctx.cache.forget(window_key);
}

/** Names the shop window as it is: lists are remembered under this name, so that one change makes all of them old. */
export const windowVersion = (ctx: Ctx): Promise<string> => ctx.cache.getOrMake(window_key, kept_s, () => Promise.resolve(newId()));

/** Forgets in the server what a command has changed beside it: without Redis, each process remembers for itself. */
export const forget_products = job({
  name: 'catalog.forget-products',
  payload: z.object({ product_ids: z.array(z.uuid()) }),
  retry_limit: 2,
  retry_delay_s: 5,
  run: (ctx, { product_ids }) => forgetProducts(ctx, product_ids),
});

/** For commands: has the server, if one runs, forget what they changed of boutiques' products. */
export const forgetInServer = (ctx: Ctx, product_ids: readonly string[]): Promise<void> =>
  enqueue(ctx, forget_products, { product_ids: [...product_ids] });
