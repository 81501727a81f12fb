import { createFileRoute, redirect } from '@tanstack/react-router';
import { boutiqueQuery, productsQuery } from '#web/api/shop-queries.ts';
import { preparePage } from '#web/prepare-page.ts';
import { BoutiquePage } from '#web/shop/boutique-page.tsx';

export const Route = createFileRoute('/boutiques/$slug')({
  loader: ({ context: { api, queries }, params: { slug } }) =>
    preparePage([
      queries.ensureQueryData(boutiqueQuery(api, slug)).then((found) => mustBeNamed(found.slug, slug)),
      queries.ensureInfiniteQueryData(productsQuery(api, { boutique: [slug] })),
    ]),
  component: Boutique,
});

/** The API knows boutiques by their ids too; a page has one address. */
function mustBeNamed(name: string, asked: string): void {
  if (name !== asked) throw redirect({ to: '/boutiques/$slug', params: { slug: name }, statusCode: 301 });
}

function Boutique() {
  return <BoutiquePage slug={Route.useParams().slug} />;
}
