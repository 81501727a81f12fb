import { Link } from '@tanstack/react-router';
import { PageTitle } from '#web/design/page-title.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';

/** A link of a mail that leads to no question any more, and where to say it all the same. */
export function EndedPage() {
  const t = useTranslate();
  return (
    <div className="wrap">
      <PageTitle page={t('fitted.ended')} />
      <div className="column">
        <h1 className="display hero">{t('fitted.ended')}</h1>
        <p className="lead quiet">{t('fitted.ended_next')}</p>
        <div>
          <Link className="btn ink" to="/profile">
            {t('fitted.to_profile')}
          </Link>
        </div>
      </div>
    </div>
  );
}
