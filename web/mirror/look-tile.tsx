import { Link } from '@tanstack/react-router';
import type { TryOnSession } from '#contract/tryon.ts';
import { isBeingMade } from '#web/api/mirror-queries.ts';
import { GarmentOutline } from '#web/design/garment-outline.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';
import { itemNames } from './item-names.ts';
import { momentText } from './moment-text.ts';

/** One look: its picture, what is worn in it, and how long it stays. */
export function LookTile({ session }: { session: TryOnSession }) {
  const t = useTranslate();
  const { session_id, render_url, items, status, saved_at, expires_at } = session;
  const names = t.list(itemNames(t, session));
  const note = isBeingMade(session)
    ? t('looks.being_made')
    : status === 'failed'
      ? t('looks.failed')
      : saved_at === null && expires_at !== null
        ? t('looks.until', { moment: momentText(t, expires_at) })
        : null;
  return (
    <article className={render_url ? 'tile look-tile' : 'tile look-tile is-pending'}>
      <div className="garment cloth is-photo">
        {render_url ? <img src={render_url} alt="" /> : <GarmentOutline category={items[0]?.category ?? 'other'} />}
      </div>
      <div className="tile-words">
        <Link to="/mirror/$session_id" params={{ session_id }}>
          {names.charAt(0).toLocaleUpperCase(t.locale) + names.slice(1)}
        </Link>
        {note && <span className="micro faint">{note}</span>}
      </div>
    </article>
  );
}
