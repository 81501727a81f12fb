import { useTranslate } from '#web/messages/translate-context.ts';

/** The one rule of the drawings: solid is known, basted is guessed. */
export function HowToRead() {
  const t = useTranslate();
  return (
    <section className="key">
      <h2 className="display title">{t('home.key')}</h2>
      <div>
        <span className="seam full" />
        <p>{t('home.key_solid')}</p>
      </div>
      <div>
        <span className="baste full" />
        <p>{t('home.key_basted')}</p>
      </div>
    </section>
  );
}
