import { createFileRoute, notFound } from '@tanstack/react-router';
import { productQuery, similarQuery } from '#web/api/shop-queries.ts';
import { preparePage } from '#web/prepare-page.ts';
import { GonePage } from '#web/shop/gone-page.tsx';
import { ProductPage } from '#web/shop/product-page.tsx';
import { MissingPage } from '#web/design/missing-page.tsx';

export const Route = createFileRoute('/shop/$slug')({
  loader: ({ context: { api, queries }, params: { slug } }) =>
    preparePage([queries.ensureQueryData(productQuery(api, slug)).then(mustBeForSale), queries.prefetchQuery(similarQuery(api, slug))]),
  component: Product,
  notFoundComponent: ({ data }) => ((data as { status?: number } | undefined)?.status === 410 ? <GonePage /> : <MissingPage />),
});

/** A retailer's garment has no page here, though the API knows it. */
function mustBeForSale({ boutique }: { boutique: unknown }): void {
  if (boutique === null) throw notFound({ data: { status: 404 } });
}

function Product() {
  return <ProductPage slug={Route.useParams().slug} />;
}
