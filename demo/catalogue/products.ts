import { demo_boutiques } from './boutiques.ts';
import { measureSizes } from './measure-sizes.ts';
import { nordhavn_drafts } from './nordhavn.ts';
import { odile_drafts } from './odile.ts';
import type { DemoBoutique, DemoDraft, DemoProduct } from './product.ts';
import { stockSizes } from './stock-sizes.ts';

const [odile, nordhavn] = demo_boutiques as [DemoBoutique, DemoBoutique];

/** All products of both boutiques. The first six stand on the home page, so they come first. */
export const demo_products: readonly DemoProduct[] = [
  ...odile_drafts.map((draft) => complete(draft, odile)),
  ...nordhavn_drafts.map((draft) => complete(draft, nordhavn)),
];

function complete(draft: DemoDraft, boutique: DemoBoutique): DemoProduct {
  const { length_cm: _length, inseam_cm: _inseam, sleeve_extra_cm: _sleeve, ...product } = draft;
  const sizes = measureSizes(draft, boutique);
  return {
    ...product,
    boutique_slug: boutique.slug,
    currency: boutique.currency,
    sizes,
    stock: stockSizes(draft.slug, sizes, draft.colors),
  };
}
