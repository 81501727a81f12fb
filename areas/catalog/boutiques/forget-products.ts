import type { Ctx } from '#platform/area/context.ts';
import { newId } from '#platform/ids/new-id.ts';
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
