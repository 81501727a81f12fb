import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { parseInput } from '#platform/http/parse-input.ts';
import { saveProduct } from '../product.store.ts';
import type { ProductReading } from '../reading/product-reading.ts';
import { describeSizes } from '../reading/words/describe-sizes.ts';
import { orderSizes } from '../reading/words/order-sizes.ts';
import { boutiqueRetailer } from './boutique-retailer.ts';
import type { BoutiqueRow } from './boutique-tables.ts';
import { lockBoutique } from './boutique.store.ts';
import { forgetProducts } from './forget-products.ts';
import { invalidDraft } from './invalid-draft.ts';
import { applyStock, findBySlug, lockVariants, saveListing } from './listing.store.ts';
import { planStock } from './plan-stock.ts';
import { lowestPrice, productDraft, type CheckedProductDraft, type ProductDraft } from './product-draft.ts';
import { foldText, searchText } from './search-text.ts';

/**
 * Puts a product of a boutique up for sale under its slug, or changes it, with its sizes, colours and stock. Idempotent; a
 * product that was gone comes back under its old id. Call it outside of a transaction, so that what is cached is forgotten
 * after it. Throws `request.invalid`.
 */
export async function saveBoutiqueProduct(ctx: Ctx, draft: ProductDraft): Promise<{ id: string; slug: string }> {
  const checked = parseInput(productDraft, draft) as CheckedProductDraft;
  const id = await inTransaction(ctx, (tx) => keep(tx, checked));
  await forgetProducts(ctx, [id]);
  return { id, slug: checked.slug };
}

async function keep(tx: Ctx, draft: CheckedProductDraft): Promise<string> {
  const boutique = await lockBoutique(tx, draft.boutique);
  if (!boutique) throw invalidDraft('boutique', `There is no boutique ${draft.boutique}`);
  const holder = await findBySlug(tx, draft.slug);
  // Also a gone one: its address was given to people, who would find something else there.
  if (holder && holder.retailer !== boutiqueRetailer(boutique.slug))
    throw invalidDraft('slug', 'Another boutique has, or had, this address');
  const { id } = await saveProduct(tx, readingOf(draft, boutique), { content_key: '', read_at: tx.clock.now().toISOString() });
  const { plan, short } = planStock(draft, await lockVariants(tx, id));
  if (short.length > 0)
    throw invalidDraft(
      'variants',
      short.map(({ size, color, reserved }) => `${reserved} of ${size}, ${color} are promised to buyers`).join('; '),
    );
  await saveListing(tx, {
    product_id: id,
    boutique_id: boutique.id,
    slug: draft.slug,
    description: draft.description,
    name_key: foldText(draft.product_name).slice(0, 200),
    search_text: searchText({ ...draft, boutique_name: boutique.name, colors: plan.colors }),
  });
  await applyStock(tx, id, plan);
  return id;
}

/** A boutique's product stands among those read at retailers, as what a page of its own would have said. */
function readingOf(draft: CheckedProductDraft, boutique: BoutiqueRow): ProductReading {
  const { product_name, category, sizing, fit, stretch, materials, price_before_minor, colors, charts, variants, slug } = draft;
  const labels = orderSizes([...new Set(variants.map(({ size }) => size))].map((label) => ({ label })));
  return {
    retailer: boutiqueRetailer(boutique.slug),
    product_code: slug,
    product_url: `/shop/${slug}`,
    product_name,
    brand: boutique.name,
    product_image: null,
    product_images: [],
    category,
    sizing,
    fit,
    stretch,
    materials,
    price_minor: lowestPrice(draft),
    price_before_minor,
    currency: boutique.currency,
    colors: colors.map(({ name }) => name),
    // Whether they can be had is read from stock each time.
    is_available: null,
    size_options: labels.map(({ label }) => ({ label, is_available: null })),
    ...describeSizes({ labels: labels.map(({ label }) => label), size_system: null, size_type: null, words: [product_name] }),
    charts,
    quality: [],
  };
}
