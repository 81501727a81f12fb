import { Link } from '@tanstack/react-router';
import type { Item } from '#contract/wardrobe.ts';
import { isBeingMade } from '#web/api/wardrobe-queries.ts';
import { useTranslate } from '#web/messages/translate-context.ts';
import { itemName } from './item-name.ts';
import { ItemPicture } from './item-picture.tsx';
import { wearsText } from './wears-text.ts';

/** One frame of the contact sheet: its number, the garment on cloth, its name (basted while it is our guess) and how often it was worn. */
export function ItemTile({ item, number }: { item: Item; number: number }) {
  const t = useTranslate();
  const is_being_made = isBeingMade(item);
  const is_doubtful = item.photo.clean_state === 'doubtful';
  return (
    <article className={is_being_made ? 'tile frame is-pending' : 'tile frame'}>
      <ItemPicture item={item} is_decoration>
        <span className="micro frame-number" aria-hidden="true">
          {String(number).padStart(2, '0')}
        </span>
        {is_being_made && <p className="micro frame-word">{t('wardrobe.preparing')}</p>}
      </ItemPicture>
      <div className="tile-words">
        <Link className={item.edited.includes('title') ? undefined : 'guess'} to="/wardrobe/$id" params={{ id: item.id }}>
          {itemName(t, item)}
        </Link>
        <span className="micro faint">{is_doubtful ? t('wardrobe.doubtful') : wearsText(t, item)}</span>
      </div>
    </article>
  );
}
