import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { ApiError } from '#contract/client.ts';
import { useApi } from '#web/api/api-context.ts';
import { boutiqueQuery, productsQuery } from '#web/api/shop-queries.ts';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { LoadingPage } from '#web/design/loading-page.tsx';
import { MissingPage } from '#web/design/missing-page.tsx';
import { PageHead } from '#web/design/page-head.tsx';
import { langOf } from '#web/messages/lang-of.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { ProductGrid } from './product-grid.tsx';

/** Who a boutique is, and all that it sells here. */
export function BoutiquePage({ slug }: { slug: string }) {
  const t = useTranslate();
  const call = useApi();
  const { public_url } = useRouter().options.context.site;
  const found = useQuery(boutiqueQuery(call, slug));
  const products = useInfiniteQuery(productsQuery(call, { boutique: [slug] }));
  if (found.error instanceof ApiError && found.error.status < 500) return <MissingPage />;
  if (found.error)
    return (
      <div className="wrap column">
        <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
      </div>
    );
  if (!found.data) return <LoadingPage />;
  const { name, city, country, story, language, ships_in_days, returns_days } = found.data;
  const place = t('boutique.place', { city, country: countryName(t.locale, country) });
  return (
    <div className="wrap">
      <PageHead
        title={t('boutique.page', { name, city })}
        description={story.slice(0, 160)}
        path={`/boutiques/${slug}`}
        json_ld={{
          '@context': 'https://schema.org',
          '@type': 'ClothingStore',
          name,
          url: `${public_url}/boutiques/${slug}`,
          description: story,
          address: { '@type': 'PostalAddress', addressLocality: city, addressCountry: country },
        }}
      />
      <header className="boutique-head">
        <p className="small quiet">{place}</p>
        <h1 className="display hero">{name}</h1>
        <p className="lead" lang={langOf(t, language)}>
          {story}
        </p>
        <p className="small quiet">
          {ships_in_days !== null && <>{t('boutique.ships', { name, days: ships_in_days })} </>}
          {t('boutique.returns', { days: returns_days })}
        </p>
      </header>
      <section aria-label={t('boutique.garments', { name })}>
        <ProductGrid found={products} search={{ boutique: [slug] }} />
      </section>
    </div>
  );
}

const countryName = (locale: string, country: string): string => new Intl.DisplayNames(locale, { type: 'region' }).of(country) ?? country;
