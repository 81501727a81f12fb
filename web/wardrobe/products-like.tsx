import type { Item } from '#contract/wardrobe.ts';
import { useProductsLike } from '#web/api/wardrobe-queries.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { ProductTile } from '#web/shop/product-tile.tsx';

/** A row of them; the shop shows more. */
const shown_max = 4;

/** What boutiques sell that is like it. Where there is none, nothing is missing from the page. */
export function ProductsLike({ item }: { item: Item }) {
  const t = useTranslate();
  const products = useProductsLike(item).data?.products ?? [];
  if (products.length === 0) return null;
  return (
    <section aria-labelledby="products-like">
      <h2 className="display title" id="products-like">
        {t('wardrobe.products_like')}
      </h2>
      <ul className="tiles similar-items">
        {products.slice(0, shown_max).map((product) => (
          <li key={product.id}>
            <ProductTile product={product} sizes="(min-width: 900px) 18vw, 50vw" />
          </li>
        ))}
      </ul>
    </section>
  );
}
