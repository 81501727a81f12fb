import type { Product } from '#contract/catalog.ts';
import type { Fitting } from '#contract/fit.ts';
import { isSized } from '#contract/garment-kinds.ts';
import { brandLabel, findOrReadProduct, readProductOnSale } from '#areas/catalog/index.ts';
import { actingFor, me, myProfile } from '#areas/people/index.ts';
import type { Ctx } from '#platform/area/context.ts';
import { newId } from '#platform/ids/new-id.ts';
import { notSizedByBody } from './errors.ts';
import { showFitting } from './show-fitting.ts';
import { insertFitting } from './fitting.store.ts';

interface StartInput {
  product_url?: string | undefined;
  product_id?: string | undefined;
  page_html?: string | undefined;
  profile_id?: string | undefined;
  user_id?: string | undefined;
}

/** Starts a fitting: reads the product from its page, or takes one that is known. */
export async function startFitting(ctx: Ctx, input: StartInput): Promise<Fitting> {
  const acting = await actingFor(ctx, input.user_id);
  const profile = await myProfile(acting, input.profile_id);
  const product = await productOf(acting, input);
  if (!isSized(product.category)) throw notSizedByBody(product.product_name);
  const row = {
    id: newId(),
    person_id: me(acting),
    profile_id: profile.id,
    product_id: product.id,
    created_at: acting.clock.now().toISOString(),
  };
  await insertFitting(acting, row);
  acting.metrics.tryon_sessions_total.inc({ brand: brandLabel(product.brand), status: 'created' });
  return showFitting(acting, row, { product, profile });
}

const productOf = (ctx: Ctx, { product_id, product_url, page_html }: StartInput): Promise<Product> =>
  product_id === undefined ? findOrReadProduct(ctx, { product_url, page_html }) : readProductOnSale(ctx, product_id);
