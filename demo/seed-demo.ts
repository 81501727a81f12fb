import { availableParallelism } from 'node:os';
import { readProductOnSale, saveBoutique, saveBoutiqueProduct, savePicture } from '#areas/catalog/index.ts';
import { recordInteractions, type InventedInteraction } from '#areas/insight/index.ts';
import type { Ctx } from '#platform/area/context.ts';
import { makeWorkers } from '#platform/workers/make-workers.ts';
import {
  demo_boutiques,
  demo_products,
  drawPictures,
  inventInteractions,
  type DemoBoutique,
  type DemoPicture,
  type DemoProduct,
} from './catalogue/index.ts';
import { findState, markSeeded } from './state.store.ts';
import { boutiqueDraftOf, productDraftOf } from './to-drafts.ts';

/** The same shoppers in every house. */
const interactions_seed = 7;
/** At the first start nobody else waits for the machine, so drawing takes every core; a server's own workers leave one free. */
const drawing_threads_max = 4;
/** Places of one colour's pictures; those of the first come first, its flat one at 0. */
const places_a_color = 10;

interface Wanted {
  boutiques: readonly DemoBoutique[];
  products: readonly DemoProduct[];
  /** Longer side of a picture; tests draw small ones. */
  long_side_px?: number;
}
const all: Wanted = { boutiques: demo_boutiques, products: demo_products };

/**
 * Puts the invented boutiques into a house that wants them, products first, so that there is something to see before the
 * pictures are drawn (in worker threads). Idempotent: broken off at any point, it goes on where it was. Returns
 * the ids of its products.
 */
export async function seedDemo(ctx: Ctx, { boutiques, products, long_side_px }: Wanted = all): Promise<string[]> {
  const found = await findState(ctx);
  if (found?.state !== 'wanted') return [];
  for (const boutique of boutiques) await saveBoutique(ctx, boutiqueDraftOf(boutique));
  const ids = new Map<string, string>();
  // The last one saved is the newest; what should be seen first goes last.
  for (const product of products.toReversed()) {
    ctx.signal.throwIfAborted();
    const boutique = boutiques.find(({ slug }) => slug === product.boutique_slug)!;
    ids.set(product.slug, (await saveBoutiqueProduct(ctx, productDraftOf(product, boutique))).id);
  }
  await recordInteractions(ctx, interactionsOf(ids, Date.parse(found.began_at)));
  const workers = makeWorkers({ threads_max: Math.min(drawing_threads_max, availableParallelism()) });
  const room = { workers, signal: ctx.signal, ...(long_side_px === undefined ? {} : { long_side_px }) };
  try {
    await drawPictures(await undrawn(ctx, products), room, (picture) => hang(ctx, picture, { ids, products }));
  } finally {
    await workers.stop();
  }
  await markSeeded(ctx);
  return [...ids.values()];
}

/** A product whose worn picture hangs has all: it is drawn last. Bags and shoes, which nobody wears, are drawn again. */
async function undrawn(ctx: Ctx, products: readonly DemoProduct[]): Promise<DemoProduct[]> {
  const shown = await Promise.all(products.map(({ slug }) => readProductOnSale(ctx, slug)));
  return products.filter((_, i) => !shown[i]!.pictures.some(({ kind }) => kind === 'worn'));
}

async function hang(
  ctx: Ctx,
  { product_slug, color, kind, position, alt, webp }: DemoPicture,
  { ids, products }: { ids: ReadonlyMap<string, string>; products: readonly DemoProduct[] },
): Promise<void> {
  const color_no = products.find(({ slug }) => slug === product_slug)!.colors.findIndex(({ name }) => name === color);
  const place = { product_id: ids.get(product_slug)!, position: color_no * places_a_color + position };
  await savePicture(ctx, { ...place, kind, color, alt, content: webp });
}

function interactionsOf(ids: ReadonlyMap<string, string>, began_ms: number): InventedInteraction[] {
  return inventInteractions(interactions_seed).interactions.flatMap(({ shopper_key, product_slug, kind, size, reason, minutes_ago }) => {
    const product_id = ids.get(product_slug);
    return product_id === undefined
      ? []
      : [{ shopper_key, product_id, kind, size, reason, at: new Date(began_ms - minutes_ago * 60_000).toISOString() }];
  });
}
