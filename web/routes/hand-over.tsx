import { createFileRoute } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { OtherRoads } from '#web/catalog/other-roads.tsx';
import { useBegin } from '#web/catalog/use-begin.ts';
import { useHandedOver } from '#web/catalog/use-handed-over.ts';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { LoadingGarment } from '#web/design/loading-garment.tsx';
import { PageTitle } from '#web/design/page-title.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';

export const Route = createFileRoute('/hand-over')({ component: HandOver });

function HandOver() {
  const t = useTranslate();
  const handed = useHandedOver();
  const { begin, error, tried_link } = useBegin();
  const is_begun = useRef(false);
  useEffect(() => {
    if (handed.kind !== 'page' || is_begun.current) return;
    is_begun.current = true;
    begin({ product_url: handed.url, page_html: handed.html });
  });
  const host = 'url' in handed ? new URL(handed.url).hostname : '';
  const is_working = handed.kind === 'waiting' || (handed.kind === 'page' && !error);
  return (
    <div className="wrap">
      <PageTitle page={t('handover.page')} />
      {is_working ? (
        <LoadingGarment text={handed.kind === 'waiting' ? t('handover.waiting') : t('handover.reading', { host })} />
      ) : (
        <>
          <div className="say stack">
            <h1 className="display hero">{t(handed.kind === 'alone' ? 'handover.alone' : 'error.title')}</h1>
            {handed.kind === 'alone' && <p className="lead quiet">{t('handover.alone_why')}</p>}
            {handed.kind === 'too_large' && (
              <p className="lead" role="alert">
                {t('handover.too_large', { host })} {t('handover.too_large_next')}
              </p>
            )}
            {error && <ErrorNotice error={error} />}
          </div>
          <OtherRoads tried_link={tried_link} />
        </>
      )}
    </div>
  );
}
