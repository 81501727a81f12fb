import { Link } from '@tanstack/react-router';
import { useTranslate } from '#web/messages/translate-context.ts';
import { PageTitle } from './page-title.tsx';

/** There is nothing here; the way on is. */
export function MissingPage({ is_fitting = false }: { is_fitting?: boolean }) {
  const t = useTranslate();
  return (
    <div className="wrap">
      <PageTitle page={t('missing.page')} />
      <div className="column">
        <h1 className="display hero">{t(is_fitting ? 'missing.fitting' : 'missing.title')}</h1>
        <p className="lead quiet">{t(is_fitting ? 'missing.fitting_next' : 'missing.next')}</p>
        <div>
          <Link className="btn ink" to="/">
            {t('missing.home')}
          </Link>
        </div>
      </div>
    </div>
  );
}
