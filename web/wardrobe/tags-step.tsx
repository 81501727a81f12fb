import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Item } from '#contract/wardrobe.ts';
import { isBeingMade, useCleanBackground, useItem } from '#web/api/wardrobe-queries.ts';
import { Button } from '#web/design/button.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { ItemFacts } from './item-facts.tsx';
import { ItemPicture } from './item-picture.tsx';
import { PictureNotice } from './picture-notice.tsx';
import type { Background, QueuedPhoto } from './use-photo-queue.ts';

interface Props {
  items: readonly Item[];
  photos: readonly QueuedPhoto[];
  background: Background;
  onMore: () => void;
}

/** What we see on each photo, to be confirmed or changed; nothing has to be: it is in the wardrobe already. */
export function TagsStep({ items, photos, background, onMore }: Props) {
  const t = useTranslate();
  const travelling = photos.filter(({ state }) => state !== 'stored' && state !== 'refused').length;
  return (
    <div className="flow tags-step">
      <div className="stack">
        <h1 className="display head">{t('add.done', { count: items.length })}</h1>
        {background === 'clean' && <p>{t('wardrobe.preparing')}</p>}
        {travelling > 0 && <p className="small quiet">{t('add.still_travelling', { count: travelling })}</p>}
        <div className="row wraps">
          <Link className="btn ink" to="/wardrobe">
            {t('add.to_wardrobe')}
          </Link>
          <Button look="quiet" onClick={onMore}>
            {t('add.more')}
          </Button>
        </div>
      </div>
      <ul className="stack added-items">
        {items.map(({ id }) => (
          <li key={id}>
            <Added id={id} background={background} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Added({ id, background }: { id: string; background: Background }) {
  const item = useItem(id).data;
  const clean = useCleanBackground(id);
  const is_told = useRef(false);
  useEffect(() => {
    // It had arrived before the question was answered.
    if (!item || is_told.current || isBeingMade(item) || item.photo.state !== 'ready') return;
    is_told.current = true;
    if (background === 'clean' && !item.background_cleaned) clean.mutate({});
  }, [item, background, clean]);
  if (!item) return null;
  return (
    <article className="added-item">
      <ItemPicture item={item} is_decoration />
      <div className="stack">
        <PictureNotice item={item} />
        <ItemFacts item={item} />
      </div>
    </article>
  );
}
