import { useTranslate } from '#web/messages/translate-context.ts';

/** How a phone hands over a garment: by sharing its page with the installed app, and what to do where phones do not allow that. */
export function PhoneRoad() {
  const t = useTranslate();
  return (
    <div className="road">
      <h3 className="display title">{t('roads.phone_title')}</h3>
      <p className="small quiet">{t('roads.phone_share')}</p>
      <p className="small quiet">{t('roads.phone_apple')}</p>
    </div>
  );
}
