import { createFileRoute } from '@tanstack/react-router';
import { boutiqueQuery, productsQuery } from '#web/api/shop-queries.ts';
import { preparePage } from '#web/prepare-page.ts';
import { BoutiquePage } from '#web/shop/boutique-page.tsx';

export const Route = createFileRoute('/boutiques/$slug')({
  ssr: true,
  loader: ({ context: { api, queries }, params: { slug } }) =>
    preparePage([
      queries.ensureQueryData(boutiqueQuery(api, slug)),
      queries.ensureInfiniteQueryData(productsQuery(api, { boutique: [slug] })),
    ]),
  component: Boutique,
});

function Boutique() {
  return <BoutiquePage slug={Route.useParams().slug} />;
}
