import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ProductList } from '#contract/shop-window.ts';
import { GarmentOutline } from '#web/design/garment-outline.tsx';
import { ShowMore } from '#web/design/show-more.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { ProductTile } from './product-tile.tsx';

/** A tile is a quarter of a wide screen beside the filters, a third of a narrower one, half of a phone. */
const tile_sizes = '(min-width: 1280px) 21vw, (min-width: 900px) 28vw, 50vw';
/** As many as stand above the fold. */
const first_row = 4;

/** The garments that were found, and more of them on demand. */
export function ProductGrid({ found }: { found: UseInfiniteQueryResult<InfiniteData<ProductList>> }) {
  const t = useTranslate();
  const products = found.data?.pages.flatMap((page) => page.products);
  if (!products) return found.isPending ? <EmptyTiles /> : null;
  return (
    <>
      <ul className="grid-tiles" aria-busy={found.isFetching}>
        {products.map((product, index) => (
          <li key={product.id}>
            <ProductTile product={product} sizes={tile_sizes} is_first={index < first_row} />
          </li>
        ))}
      </ul>
      {found.hasNextPage && (
        <ShowMore
          label={t('shop.page')}
          shown={products.length}
          total={found.data?.pages[0]?.total ?? products.length}
          is_busy={found.isFetchingNextPage}
          onMore={() => void found.fetchNextPage()}
        />
      )}
    </>
  );
}

/** Where garments are about to lie. */
function EmptyTiles() {
  const kinds = ['jacket', 't-shirt', 'trousers', 'dress', 'shirt', 'skirt', 'knitwear', 'jeans'] as const;
  return (
    <ul className="grid-tiles" aria-hidden="true">
      {kinds.map((kind) => (
        <li key={kind} className="tile">
          <div className="garment cloth">
            <GarmentOutline category={kind} />
          </div>
        </li>
      ))}
    </ul>
  );
}
