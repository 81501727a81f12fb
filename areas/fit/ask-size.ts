import { readProductOnSale } from '#areas/catalog/index.ts';
import { actingFor, myProfile } from '#areas/people/index.ts';
import type { SizeAnswer } from '#contract/fit.ts';
import { isSized } from '#contract/garment-kinds.ts';
import type { Ctx } from '#platform/area/context.ts';
import { notSizedByBody } from './errors.ts';
import { thinkOfSize } from './think-of-size.ts';

interface Question {
  product_id: string;
  profile_id?: string | undefined;
  user_id?: string | undefined;
}

/** Says which size to buy to somebody who only looks at a product: the same answer as a fitting's, and nothing is kept. */
export async function askSize(ctx: Ctx, { product_id, profile_id, user_id }: Question): Promise<SizeAnswer> {
  const acting = await actingFor(ctx, user_id);
  const [profile, product] = await Promise.all([myProfile(acting, profile_id), readProductOnSale(acting, product_id)]);
  if (!isSized(product.category)) throw notSizedByBody(product.product_name);
  const advice = await thinkOfSize(acting, product.id, profile);
  return { product_id: product.id, profile_id: profile.id, size_options: product.size_options.map(({ label }) => label), ...advice };
}
