import { Link } from '@tanstack/react-router';
import { useIsKnown } from '#web/api/known.ts';
import { useWardrobe, useWardrobeFigures } from '#web/api/wardrobe-queries.ts';
import { EmptyState } from '#web/design/empty-state.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { Icon } from '#web/design/icon.tsx';
import { LoadingGarment } from '#web/design/loading-garment.tsx';
import { PageTitle } from '#web/design/page-title.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { CategoryLinks } from './category-links.tsx';
import { ItemTile } from './item-tile.tsx';
import { MoreItems } from './more-items.tsx';
import { overviewText } from './overview-text.ts';
import { OwnedColors } from './owned-colors.tsx';
import { UnsentNotice } from './unsent-notice.tsx';
import { WardrobeTools } from './wardrobe-tools.tsx';
import { SeenAt } from './seen-at.tsx';
import type { WardrobeSearch } from './wardrobe-search.ts';

/** What somebody owns, as a contact sheet, newest first. Filters stand in the address. */
export function WardrobePage({ search }: { search: WardrobeSearch }) {
  const t = useTranslate();
  const is_known = useIsKnown();
  const found = useWardrobe(search);
  const figures = useWardrobeFigures().data;
  const is_empty = !is_known || (figures?.items === 0 && figures.archived === 0);
  return (
    <div className="wrap wardrobe">
      <PageTitle page={t('wardrobe.page')} />
      <div className="wardrobe-head">
        <div>
          <h1 className="display hero">{t('wardrobe.page')}</h1>
          {figures && !is_empty && <p className="quiet">{overviewText(t, figures)}</p>}
          <SeenAt path="/v1/wardrobe" />
        </div>
        <div className="row wraps">
          <Link className="link small" to="/wardrobe/saved">
            {t('saved.page')}
          </Link>
          {!is_empty && <AddLink />}
        </div>
      </div>
      <UnsentNotice />
      {found.error && <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
      {is_known && found.isPending && <LoadingGarment text={t('app.loading')} />}
      {is_empty && <NothingOwned />}
      {figures && found.data && !is_empty && (
        <>
          <OwnedColors figures={figures} search={search} />
          <CategoryLinks figures={figures} search={search} />
          <WardrobeTools figures={figures} search={search} />
          <Sheet found={found} search={search} />
        </>
      )}
    </div>
  );
}

function Sheet({ found, search }: { found: ReturnType<typeof useWardrobe>; search: WardrobeSearch }) {
  const t = useTranslate();
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0)
    return (
      <div className="nothing-found">
        <p className="lead">{t(search.shows ? `wardrobe.none_${search.shows}` : 'wardrobe.nothing')}</p>
        <Link className="btn quiet" to="/wardrobe">
          {t('wardrobe.show_all')}
        </Link>
      </div>
    );
  // One picture that matters, where the sheet is whole.
  const has_large = Object.keys(search).length === 0 && items.length > 6;
  return (
    <>
      <ul className={has_large ? 'contact-sheet has-large' : 'contact-sheet'} aria-busy={found.isPlaceholderData}>
        {items.map((item, index) => (
          <li key={item.id}>
            <ItemTile item={item} number={index + 1} />
          </li>
        ))}
      </ul>
      <MoreItems found={found} />
    </>
  );
}

function AddLink() {
  const t = useTranslate();
  return (
    <Link className="btn ink add-clothing" to="/wardrobe/add">
      <Icon name="plus" />
      {t('wardrobe.add')}
    </Link>
  );
}

function NothingOwned() {
  const t = useTranslate();
  return (
    <EmptyState category="shirt" title={t('wardrobe.empty')} text={t('wardrobe.empty_next')}>
      <Link className="btn ink" to="/wardrobe/add">
        {t('wardrobe.add_first')}
      </Link>
    </EmptyState>
  );
}
