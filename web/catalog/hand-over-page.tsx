import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { LoadingGarment } from '#web/design/loading-garment.tsx';
import { PageTitle } from '#web/design/page-title.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { HandOverTrouble } from './hand-over-trouble.tsx';
import { OtherRoads } from './other-roads.tsx';
import { readHandOverAddress } from './read-hand-over-address.ts';
import { safeLink } from './read-link.ts';
import { UnsignedPage } from './unsigned-page.tsx';
import { useBegin } from './use-begin.ts';
import { useHandedOver } from './use-handed-over.ts';

/** Takes the page that the bookmark hands over and begins with it; else says what to do instead, with the link filled in. */
export function HandOverPage() {
  const t = useTranslate();
  const address = readHandOverAddress(useLocation().hash);
  const handed = useHandedOver();
  const [is_accepted, setAccepted] = useState(false);
  const { begin, error, tried_link } = useBegin({ is_replacing: true });
  const is_begun = useRef(false);
  const may_begin = handed.kind === 'page' || (handed.kind === 'unsigned' && is_accepted);
  useEffect(() => {
    if (!may_begin || is_begun.current) return;
    is_begun.current = true;
    begin({ product_url: handed.url, page_html: handed.html });
  });
  const link = 'url' in handed ? safeLink(handed.url ?? '') : address.link;
  const host = link ? new URL(link).hostname : '';
  const is_waiting = handed.kind === 'waiting' && !address.is_too_large;
  const is_asking = handed.kind === 'unsigned' && !is_accepted;
  return (
    <div className="wrap">
      <PageTitle page={t('handover.page')} />
      {is_asking && <UnsignedPage host={host} onAccept={() => setAccepted(true)} />}
      {!error && (is_waiting || may_begin) && (
        <LoadingGarment text={is_waiting ? t('handover.waiting') : t('handover.reading', { host })} />
      )}
      {error && (
        <>
          <div className="say stack">
            <h1 className="display hero">{t('error.title')}</h1>
            <ErrorNotice error={error} />
          </div>
          <OtherRoads tried_link={tried_link} />
        </>
      )}
      {!is_asking && !may_begin && !is_waiting && <HandOverTrouble {...{ kind: handed.kind, address, link, host }} />}
    </div>
  );
}
