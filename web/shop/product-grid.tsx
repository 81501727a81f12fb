import { Link } from '@tanstack/react-router';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ProductList } from '#contract/shop-window.ts';
import { GarmentOutline } from '#web/design/garment-outline.tsx';
import { ShowMore } from '#web/design/show-more.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { ProductTile } from './product-tile.tsx';
import type { ShopSearch } from './shop-search.ts';

/** A tile is a quarter of a wide screen beside the filters, a third of a narrower one, half of a phone. */
const tile_sizes = '(min-width: 1280px) 21vw, (min-width: 900px) 28vw, 50vw';
/** As many as stand side by side on a phone; what else is in sight a browser finds out by itself. */
const first_row = 2;

interface Props {
  found: UseInfiniteQueryResult<InfiniteData<ProductList>>;
  /** What was asked for; the list goes on at the shop's address. */
  search: ShopSearch;
}

/** The garments that were found, and more of them on demand. */
export function ProductGrid({ found, search }: Props) {
  const t = useTranslate();
  const products = found.data?.pages.flatMap((page) => page.products);
  const next = found.data?.pages.at(-1)?.next_cursor ?? undefined;
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
          shown={search.after === undefined ? products.length : undefined}
          total={found.data?.pages[0]?.total ?? products.length}
          is_busy={found.isFetchingNextPage}
          onMore={() => void found.fetchNextPage()}
          plain={
            <Link className="btn quiet" to="/shop" search={{ ...search, after: next }}>
              {t('design.show_more')}
            </Link>
          }
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
