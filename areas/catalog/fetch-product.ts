import type { Ctx } from '#platform/area/context.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { linkNotAPage, retailerUnavailable } from './errors.ts';
import { keepReading } from './keep-reading.ts';
import type { ProductRow } from './product.store.ts';
import type { ProductReading } from './reading/product-reading.ts';
import { readProductPage } from './reading/read-product-page.ts';
import { shopOf } from './shop.ts';

/** Reads a product at the shop and keeps it for everybody. Throws `catalog.*`; then nothing was stored. */
export async function fetchProduct(ctx: Ctx, link: URL): Promise<ProductRow> {
  const { reading, final_link } = await readAtShop(ctx, link);
  const { row } = await keepReading(ctx, reading, { links: [link, final_link], read_at: ctx.clock.now().toISOString() });
  return row;
}

/** Reads a product at the shop without keeping it. */
export async function readAtShop(ctx: Ctx, link: URL): Promise<{ reading: ProductReading; final_link: URL }> {
  const page = await readPage(ctx, link);
  const final_link = new URL(page.url);
  if (/^(?:image|video|audio|font)\/|^application\/(?!xhtml)/i.test(page.content_type)) throw linkNotAPage(link.hostname);
  return { reading: readProductPage({ html: page.text, link: final_link }), final_link };
}

async function readPage(ctx: Ctx, link: URL) {
  try {
    const page = await ctx.outbound.readPage(link.href, ctx.signal);
    ctx.metrics.outbound_requests_total.inc({ outcome: 'read' });
    return page;
  } catch (error) {
    ctx.metrics.outbound_requests_total.inc({ outcome: error instanceof AppError ? error.code : 'failed' });
    if (error instanceof AppError && error.code === 'catalog.retailer_unavailable') throw retailerUnavailable(shopOf(link).name, error);
    throw error;
  }
}
