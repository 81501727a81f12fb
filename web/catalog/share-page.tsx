import { useEffect, useRef } from 'react';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { LoadingGarment } from '#web/design/loading-garment.tsx';
import { PageTitle } from '#web/design/page-title.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { LinkForm } from './link-form.tsx';
import { OtherRoads } from './other-roads.tsx';
import type { Shared } from './read-shared.ts';
import { useBegin } from './use-begin.ts';

const titles = { link: 'error.title', nothing: 'share.nothing', no_link: 'share.no_link' } as const;

/** What was shared with the installed app: its link begins a fitting; without one, the field for it. */
export function SharePage({ shared }: { shared: Shared }) {
  const t = useTranslate();
  const { begin, error, is_busy, has_failed, tried_link } = useBegin({ is_replacing: true });
  const is_begun = useRef(false);
  useEffect(() => {
    if (shared.kind !== 'link' || is_begun.current) return;
    is_begun.current = true;
    begin({ product_url: shared.link });
  });
  const link = tried_link ?? (shared.kind === 'link' ? shared.link : undefined);
  const host = link && URL.canParse(link) ? new URL(link).hostname : '';
  if (shared.kind === 'link' && !has_failed)
    return (
      <div className="wrap">
        <PageTitle page={t('share.page')} />
        <LoadingGarment text={t('share.reading', { host })} />
      </div>
    );
  return (
    <div className="wrap">
      <PageTitle page={t('share.page')} />
      <div className="say stack">
        <h1 className="display hero">{t(titles[shared.kind])}</h1>
        {shared.kind !== 'link' && <p className="lead quiet">{t(shared.kind === 'nothing' ? 'share.nothing_why' : 'share.no_link_why')}</p>}
        {error && <ErrorNotice error={error} onRetry={() => begin({ product_url: link })} />}
        {shared.kind !== 'link' && <LinkForm is_busy={is_busy} onLink={(product_url) => begin({ product_url })} />}
      </div>
      <OtherRoads tried_link={link} />
    </div>
  );
}
