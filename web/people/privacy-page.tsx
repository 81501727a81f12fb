import { Link } from '@tanstack/react-router';
import { PageHead } from '#web/design/page-head.tsx';
import { useTranslate } from '#web/messages/translate-context.ts';

const points = ['keep', 'never', 'cookie', 'browser', 'shops', 'log', 'away'] as const;

/** What is kept of a shopper, where it goes and how it goes away, in plain words. */
export function PrivacyPage() {
  const t = useTranslate();
  return (
    <div className="wrap">
      <PageHead title={t('privacy.page')} description={t('privacy.lead')} path="/privacy" />
      <article className="column">
        <h1 className="display hero">{t('privacy.title')}</h1>
        <p className="lead quiet">{t('privacy.lead')}</p>
        {points.map((point) => (
          <section key={point} className="grid gap-2 border-t border-line pt-4">
            <h2 className="display title">{t(`privacy.${point}_title`)}</h2>
            <p>{t(`privacy.${point}`)}</p>
          </section>
        ))}
        <p>
          <Link className="link" to="/profile">
            {t('privacy.yours')}
          </Link>
        </p>
      </article>
    </div>
  );
}
