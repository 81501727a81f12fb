import { useQuery } from '@tanstack/react-query';
import { useApi } from '#web/api/api-context.ts';
import { similarQuery } from '#web/api/shop-queries.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { ProductTile } from './product-tile.tsx';

/** Others like it. Where there are none, or they do not come, nothing is missing from the page. */
export function SimilarProducts({ slug }: { slug: string }) {
  const t = useTranslate();
  const { data } = useQuery(similarQuery(useApi(), slug));
  if (!data || data.products.length === 0) return null;
  return (
    <section className="similar" aria-labelledby="similar">
      <h2 className="display head" id="similar">
        {t('product.similar')}
      </h2>
      <ul className="grid-tiles in-fours">
        {data.products.map((product) => (
          <li key={product.id}>
            <ProductTile product={product} sizes="(min-width: 900px) 25vw, 50vw" />
          </li>
        ))}
      </ul>
    </section>
  );
}
