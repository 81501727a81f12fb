import { createFileRoute } from '@tanstack/react-router';
import { productsQuery } from '#web/api/shop-queries.ts';
import { preparePage } from '#web/prepare-page.ts';
import { ShopPage } from '#web/shop/shop-page.tsx';
import { readShopSearch } from '#web/shop/shop-search.ts';

export const Route = createFileRoute('/shop/')({
  validateSearch: readShopSearch,
  // The router leaves what it does not know beside what was read of it.
  loaderDeps: ({ search }) => readShopSearch({ ...search }),
  loader: ({ context: { api, queries }, deps }) => preparePage([queries.ensureInfiniteQueryData(productsQuery(api, deps))]),
  component: Shop,
});

function Shop() {
  return <ShopPage search={Route.useLoaderDeps()} />;
}
