import { Link, createFileRoute, useRouter } from '@tanstack/react-router';
import { productsQuery } from '#web/api/shop-queries.ts';
import { ExamplePicture } from '#web/catalog/example-picture.tsx';
import { HowToRead } from '#web/catalog/how-to-read.tsx';
import { LinkForm } from '#web/catalog/link-form.tsx';
import { OtherRoads } from '#web/catalog/other-roads.tsx';
import { useBegin } from '#web/catalog/use-begin.ts';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { PageHead } from '#web/design/page-head.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { preparePage } from '#web/prepare-page.ts';
import { PickOne } from '#web/shop/pick-one.tsx';
import { useChosenProfile } from '#web/people/chosen-profile.ts';

export const Route = createFileRoute('/')({
  loader: ({ context: { api, queries } }) => preparePage([queries.prefetchInfiniteQuery(productsQuery(api, {}))]),
  component: Home,
});

function Home() {
  const t = useTranslate();
  const { public_url } = useRouter().options.context.site;
  const { begin, error, is_busy, has_failed, tried_link } = useBegin();
  return (
    <div className="wrap">
      <PageHead title={t('home.page')} description={t('app.about')} path="/" json_ld={webSite(public_url, t('app.name'))} />
      <section className={has_failed ? 'front has-failed' : 'front'}>
        <div className="say">
          <h1 className="display hero">{t('home.headline')}</h1>
          <p className="lead quiet">{t('home.lead')}</p>
          <LinkForm is_busy={is_busy} onLink={(product_url) => begin({ product_url })} />
          {error ? <ErrorNotice error={error} /> : <p className="small quiet">{t('home.shops')}</p>}
          <ForWhom />
        </div>
        {/* After a failure the other roads stand right under it, not below a picture. */}
        {!has_failed && <ExamplePicture />}
      </section>
      {!has_failed && <PickOne />}
      <OtherRoads tried_link={has_failed ? tried_link : undefined} />
      <HowToRead />
    </div>
  );
}

function ForWhom() {
  const t = useTranslate();
  const chosen = useChosenProfile();
  if (!chosen) return null;
  return (
    <p className="small row" style={{ marginTop: 8 }}>
      <span>{t('home.for_whom', { name: chosen.name })}</span>
      <Link className="link small" to="/profile">
        {t('home.change_person')}
      </Link>
    </p>
  );
}

/** Tells search engines how to ask this shop. */
const webSite = (public_url: string, name: string) => ({
  '@context': 'https://schema.org',
  '@type': 'WebSite',
  name,
  url: `${public_url}/`,
  potentialAction: { '@type': 'SearchAction', target: `${public_url}/shop?q={words}`, 'query-input': 'required name=words' },
});
