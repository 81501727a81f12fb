import { Link, useNavigate } from '@tanstack/react-router';
import type { Item } from '#contract/wardrobe.ts';
import { ApiError } from '#contract/client.ts';
import { isWearable } from '#contract/garment-kinds.ts';
import { useItem } from '#web/api/wardrobe-queries.ts';
import { Breadcrumb } from '#web/design/breadcrumb.tsx';
import { ErrorNotice } from '#web/design/error-notice.tsx';
import { LoadingGarment } from '#web/design/loading-garment.tsx';
import { MissingPage } from '#web/design/missing-page.tsx';
import { PageTitle } from '#web/design/page-title.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { itemName } from './item-name.ts';
import { ItemFacts } from './item-facts.tsx';
import { ItemPicture } from './item-picture.tsx';
import { LeavePanel } from './leave-panel.tsx';
import { ProductsLike } from './products-like.tsx';
import { SeenAt } from './seen-at.tsx';
import { SimilarItems } from './similar-items.tsx';
import { PictureNotice, noticeOffersFix } from './picture-notice.tsx';
import { WearPanel } from './wear-panel.tsx';

/** One thing somebody owns: its picture, what is known or guessed of it, and how often it was worn. */
export function ItemPage({ id }: { id: string }) {
  const t = useTranslate();
  const item = useItem(id);
  if (item.data) return <ItemSheet item={item.data} />;
  if (item.error instanceof ApiError && item.error.status === 404) return <MissingPage />;
  return (
    <div className="wrap">
      <PageTitle page={t('wardrobe.page')} />
      {item.error ? <ErrorNotice error={item.error} onRetry={() => void item.refetch()} /> : <LoadingGarment text={t('app.loading')} />}
    </div>
  );
}

function ItemSheet({ item }: { item: Item }) {
  const t = useTranslate();
  const navigate = useNavigate();
  const name = itemName(t, item);
  const has_photo = item.image_original !== null;
  return (
    <div className="wrap">
      <PageTitle page={name} />
      <Breadcrumb
        crumbs={[
          { key: 'wardrobe', step: <Link to="/wardrobe">{t('wardrobe.page')}</Link> },
          { key: 'item', step: name },
        ]}
      />
      <div className="item">
        <div className="item-side">
          <ItemPicture item={item} is_large className="item-picture" />
          <PictureNotice item={item} />
          <div className="row wraps">
            {!noticeOffersFix(item) && <PhotoLink item={item} has_photo={has_photo} />}
            {has_photo && item.category !== null && isWearable(item.category) && (
              <Link className="btn quiet" to="/mirror" search={{ items: [item.id] }}>
                {t('mirror.try_on')}
              </Link>
            )}
          </div>
        </div>
        <div className="item-words stack">
          <div>
            <h1 className="display head">{name}</h1>
            <SeenAt path={`/v1/items/${item.id}`} />
          </div>
          <WearPanel item={item} />
          <ItemFacts item={item} />
          <SimilarItems item={item} />
          <ProductsLike item={item} />
          <LeavePanel item={item} onDeleted={() => void navigate({ to: '/wardrobe', replace: true })} />
        </div>
      </div>
    </div>
  );
}

function PhotoLink({ item: { id }, has_photo }: { item: Item; has_photo: boolean }) {
  const t = useTranslate();
  return has_photo ? (
    <Link className="btn quiet" to="/wardrobe/$id/fix" params={{ id }}>
      {t('fix.title')}
    </Link>
  ) : (
    <Link className="btn quiet" to="/wardrobe/add" search={{ for: id }}>
      {t('wardrobe.add_photo')}
    </Link>
  );
}
