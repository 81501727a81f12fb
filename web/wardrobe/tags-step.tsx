import { Link } from '@tanstack/react-router';
import type { Item } from '#contract/wardrobe.ts';
import { useItem } from '#web/api/wardrobe-queries.ts';
import { Button } from '#web/design/button.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { ItemFacts } from './item-facts.tsx';
import { ItemPicture } from './item-picture.tsx';
import { RefusedPhotos } from './refused-photos.tsx';
import { PictureNotice } from './picture-notice.tsx';
import type { QueuedPhoto } from './queued-photo.ts';

interface Props {
  items: readonly Item[];
  photos: readonly QueuedPhoto[];
  onRetry: (photo: QueuedPhoto) => void;
  onMore: () => void;
}

/** What we see on each photo, to be confirmed or changed; nothing has to be: it is in the wardrobe already. */
export function TagsStep({ items, photos, onRetry, onMore }: Props) {
  const t = useTranslate();
  const travelling = photos.filter(({ state }) => state !== 'stored' && state !== 'refused').length;
  return (
    <div className="flow tags-step">
      <div className="stack">
        <h1 className="display head">{t('add.done', { count: items.length })}</h1>
        <RefusedPhotos photos={photos} onRetry={onRetry} />
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
            <Added id={id} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Added({ id }: { id: string }) {
  const item = useItem(id).data;
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
