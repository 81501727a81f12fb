import { createFileRoute, redirect } from '@tanstack/react-router';
import { productsQuery } from '#web/api/shop-queries.ts';
import { preparePage } from '#web/prepare-page.ts';
import { parseSearch } from '#web/search-params.ts';
import { ShopPage } from '#web/shop/shop-page.tsx';
import { isFromForm, readShopSearch } from '#web/shop/shop-search.ts';

export const Route = createFileRoute('/shop/')({
  validateSearch: readShopSearch,
  // A form sent by a browser without scripts, or before they came: on to the list's one address.
  beforeLoad: ({ location }) => {
    const given = parseSearch(location.searchStr);
    if (isFromForm(given)) throw redirect({ to: '/shop', search: readShopSearch(given), statusCode: 303 });
  },
  // The router leaves what it does not know beside what was read of it.
  loaderDeps: ({ search }) => readShopSearch({ ...search }),
  // Narrowed where it stands, the page keeps its list and what is open over it until the next one comes; a slow answer must not take it away.
  loader: ({ context: { api, queries }, deps, cause }) =>
    cause === 'stay' ? undefined : preparePage([queries.ensureInfiniteQueryData(productsQuery(api, deps))]),
  component: Shop,
});

function Shop() {
  return <ShopPage search={Route.useLoaderDeps()} />;
}
