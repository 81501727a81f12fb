import type { Profile } from '#contract/people.ts';
import { Button } from '#web/design/button.tsx';
import { GarmentOutline } from '#web/design/garment-outline.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';

/** Nothing is known yet: says what helps most, and leads there. */
export function NoZones({ profile }: { profile: Profile }) {
  const t = useTranslate();
  return (
    <div className="no-zones cloth">
      <GarmentOutline category="knitwear" />
      <h2 className="display head">{profile.is_self ? t('zones.none_title') : t('zones.none_title_of', { name: profile.name })}</h2>
      <ol className="small">
        <li>{t('zones.none_garment')}</li>
        <li>{t('zones.none_body')}</li>
        <li>{t('zones.none_tried')}</li>
      </ol>
      <div className="row wraps">
        <Button look="ink" onClick={() => goTo('owned')}>
          {t('zones.none_do_garment')}
        </Button>
        <Button look="link" onClick={() => goTo('body')}>
          {t('zones.none_do_body')}
        </Button>
      </div>
    </div>
  );
}

/** Brings a heading of this page into sight and gives it the focus. */
function goTo(id: string): void {
  const heading = document.getElementById(id);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}
