import { useTranslate } from '#web/messages/translate-context.ts';
import { BookmarkRoad } from './bookmark-road.tsx';
import { PasteRoad } from './paste-road.tsx';
import { PhoneRoad } from './phone-road.tsx';

/** What to do when a shop turns our server away: the shopper's own browser shows us the page. */
export function OtherRoads({ tried_link }: { tried_link?: string | undefined }) {
  const t = useTranslate();
  return (
    <section className="roads" aria-labelledby="roads">
      <h2 className="display head" id="roads">
        {t('roads.title')}
      </h2>
      <p className="lead quiet">{t('roads.lead')}</p>
      <div className="roads-pair">
        <div className="road-stack">
          <BookmarkRoad />
          <PhoneRoad />
        </div>
        <PasteRoad tried_link={tried_link} />
      </div>
    </section>
  );
}
