import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import type { SavedThing } from '#contract/saved.ts';
import { useIsKnown } from '#web/api/known.ts';
import { useSave, useSavedThings } from '#web/api/saved-queries.ts';
import { Breadcrumb } from '#web/design/breadcrumb.tsx';
import { EmptyState } from '#web/design/empty-state.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { LoadingGarment } from '#web/design/loading-garment.tsx';
import { PageTitle } from '#web/design/page-title.tsx';
import { useSay } from '#web/design/say.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { MoreItems } from './more-items.tsx';
import { SavedTile } from './saved-tile.tsx';

/** What somebody put aside for later, newest first. */
export function SavedPage() {
  const t = useTranslate();
  const say = useSay();
  const is_known = useIsKnown();
  const heading = useRef<HTMLHeadingElement>(null);
  const found = useSavedThings();
  const save = useSave();
  // Outfits have no picture to show yet; a look that was deleted in this moment has none any more.
  const things = found.data?.pages.flatMap(({ saved }) => saved).filter(({ kind, look }) => kind === 'product' || look !== null);
  const takeOff = ({ kind, id }: SavedThing) => {
    // The button that had the focus goes with its tile.
    heading.current?.focus({ preventScroll: true });
    const undo = { label: t('wardrobe.undo'), run: () => save.mutate({ kind, id, is_saved: true }) };
    save.mutate({ kind, id, is_saved: false }, { onSuccess: () => say(t('saved.taken_off'), { action: undo }) });
  };
  const is_empty = !is_known || (things?.length === 0 && !found.hasNextPage);
  return (
    <div className="wrap wardrobe">
      <PageTitle page={t('saved.page')} />
      <Breadcrumb
        crumbs={[
          { key: 'wardrobe', step: <Link to="/wardrobe">{t('wardrobe.page')}</Link> },
          { key: 'saved', step: t('saved.page') },
        ]}
      />
      <div className="wardrobe-head">
        <h1 className="display hero" ref={heading} tabIndex={-1}>
          {t('saved.page')}
        </h1>
      </div>
      {found.error && <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
      {save.error && <ErrorNotice error={save.error} />}
      {is_known && found.isPending && <LoadingGarment text={t('app.loading')} />}
      {is_empty && (
        <EmptyState category="dress" title={t('saved.empty')} text={t('saved.empty_next')}>
          <Link className="btn ink" to="/shop">
            {t('product.to_shop')}
          </Link>
        </EmptyState>
      )}
      {things && !is_empty && (
        <ul className="contact-sheet saved-sheet">
          {things.map((thing) => (
            <li key={thing.id}>
              <SavedTile thing={thing} onTakeOff={() => takeOff(thing)} />
            </li>
          ))}
        </ul>
      )}
      <MoreItems found={found} />
    </div>
  );
}
