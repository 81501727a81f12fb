import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useApi } from '#web/api/api-context.ts';
import { productsQuery } from '#web/api/shop-queries.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { ProductTile } from './product-tile.tsx';

const shown = 6;

/** Six garments to begin with, for who has no link at hand. Without boutiques there is nothing to pick, and nothing is said. */
export function PickOne() {
  const t = useTranslate();
  const { data } = useInfiniteQuery(productsQuery(useApi(), {}));
  const products = data?.pages[0]?.products.slice(0, shown) ?? [];
  if (products.length === 0) return null;
  return (
    <section className="pick" aria-labelledby="pick">
      <div className="row between">
        <h2 className="display head" id="pick">
          {t('home.pick')}
        </h2>
        <Link className="link small" to="/shop">
          {t('home.pick_all')}
        </Link>
      </div>
      <ul>
        {products.map((product) => (
          <li key={product.id}>
            <ProductTile product={product} sizes="(min-width: 900px) 15vw, 45vw" />
          </li>
        ))}
      </ul>
    </section>
  );
}
