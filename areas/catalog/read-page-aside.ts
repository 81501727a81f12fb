import type { Ctx } from '#platform/area/context.ts';
import { AppError } from '#platform/errors/app-error.ts';
import { WorkerLate, WorkersBusy } from '#platform/workers/workers.ts';
import { pageTooHard } from './errors.ts';
import type { ProductReading } from './reading/product-reading.ts';
import { readProductPage, type ProductPage } from './reading/read-product-page.ts';

/** Smaller pages are read in less time than a thread needs to be asked, about 5 ms. In characters. */
const aside_from = 200_000;

/** Reads a product page; a large one in a thread of its own, so that nobody else waits for it. Throws as `readProductPage`. */
export async function readPageAside(ctx: Ctx, page: ProductPage): Promise<ProductReading> {
  if (page.html.length < aside_from) return readProductPage(page);
  const input = { ...page, link: page.link?.href ?? null };
  try {
    return await ctx.workers.run<ProductReading>({ module: new URL(import.meta.url), name: 'readLargePage', input }, ctx.signal);
  } catch (error) {
    if (error instanceof WorkerLate) throw pageTooHard(error);
    if (error instanceof WorkersBusy)
      throw new AppError('platform.busy', {
        message: 'Many pages are being read at this moment. Try again in a few seconds.',
        retry_after_s: 5,
        cause: error,
      });
    throw error;
  }
}

/** What the thread does; an address is copied as text. */
export const readLargePage = ({ link, ...page }: Omit<ProductPage, 'link'> & { link: string | null }): ProductReading =>
  readProductPage({ ...page, link: link === null ? null : new URL(link) });
