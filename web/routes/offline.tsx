import { Link, createFileRoute } from '@tanstack/react-router';
import { PageTitle } from '#web/design/page-title.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';

/** What the browser lays away for a page that it never saw: shown at that page's own address when there is no connection. */
export const Route = createFileRoute('/offline')({ ssr: true, component: Offline });

function Offline() {
  const t = useTranslate();
  return (
    <div className="wrap">
      <PageTitle page={t('offline.page')} />
      <div className="column">
        <h1 className="display hero">{t('offline.title')}</h1>
        <p className="lead quiet">{t('offline.next')}</p>
        <p>
          <Link className="btn" to="/">
            {t('missing.home')}
          </Link>
        </p>
      </div>
    </div>
  );
}
