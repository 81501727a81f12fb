import { Link } from '@tanstack/react-router';
import { useIsKnown } from '#web/api/known.ts';
import { useLooks } from '#web/api/mirror-queries.ts';
import { EmptyState } from '#web/design/empty-state.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { LoadingGarment } from '#web/design/loading-garment.tsx';
import { PageTitle } from '#web/design/page-title.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { MoreItems } from '#web/wardrobe/more-items.tsx';
import { LookTile } from './look-tile.tsx';

/** Looks that are kept, and those that wait for their day; newest first. */
export function LooksPage() {
  const t = useTranslate();
  const is_known = useIsKnown();
  const kept = useLooks('saved');
  const passing = useLooks('passing');
  const has_none = [kept, passing].every(({ data }) => data && shownOf(data.pages).length === 0);
  const error = kept.error ?? passing.error;
  return (
    <div className="wrap wardrobe">
      <PageTitle page={t('looks.page')} />
      <div className="wardrobe-head">
        <h1 className="display hero">{t('looks.page')}</h1>
        <Link className="btn quiet" to="/mirror">
          {t('looks.new')}
        </Link>
      </div>
      {error && <ErrorNotice error={error} onRetry={() => void Promise.all([kept.refetch(), passing.refetch()])} />}
      {is_known && kept.isPending && <LoadingGarment text={t('app.loading')} />}
      {(!is_known || has_none) && (
        <EmptyState category="dress" title={t('looks.empty')} text={t('looks.empty_next')}>
          <Link className="btn ink" to="/mirror">
            {t('mirror.try_on')}
          </Link>
        </EmptyState>
      )}
      <Looks title={t('looks.passing')} lead={t('looks.passing_means')} found={passing} />
      <Looks title={t('looks.kept')} found={kept} />
    </div>
  );
}

function Looks({ title, lead, found }: { title: string; lead?: string; found: ReturnType<typeof useLooks> }) {
  const sessions = found.data ? shownOf(found.data.pages) : [];
  if (sessions.length === 0 && !found.hasNextPage) return null;
  return (
    <section className="looks">
      <h2 className="display title">{title}</h2>
      {lead && <p className="small quiet">{lead}</p>}
      <ul className="contact-sheet">
        {sessions.map((session) => (
          <li key={session.session_id}>
            <LookTile session={session} />
          </li>
        ))}
      </ul>
      <MoreItems found={found} />
    </section>
  );
}

type Pages = NonNullable<ReturnType<typeof useLooks>['data']>['pages'];

/** Whoever stopped one has seen enough of it. */
const shownOf = (pages: Pages) => pages.flatMap(({ sessions }) => sessions).filter(({ status }) => status !== 'cancelled');
