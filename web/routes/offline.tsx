import { Link, createFileRoute } from '@tanstack/react-router';
import { PageTitle } from '#web/design/page-title.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';

/** Its document is the bare frame that the browser lays away: without a connection it stands for every page that was never seen. */
export const Route = createFileRoute('/offline')({ component: Offline });

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
