import { useLocation } from '@tanstack/react-router';
import { useTranslate } from '#web/messages/translate-context.ts';
import { chooseLocale, languageNames, languages } from '#web/messages/languages.ts';
import { useChooseLanguage } from './use-choose-language.ts';

/** The languages, each by its own name: whoever needs this cannot read the other words. A plain form, so that it needs no script. */
export function LanguageChoice() {
  const t = useTranslate();
  const choose = useChooseLanguage();
  const { href: back } = useLocation();
  const { language: now } = chooseLocale([t.locale]);
  return (
    <form className="languages" aria-label={t('app.language')} action="/language" method="post">
      {/* The server leaves out what advertisements add to an address. */}
      <input type="hidden" name="back" value={back} suppressHydrationWarning />
      {languages.map((language) => (
        <button
          key={language}
          type="submit"
          name="language"
          value={language}
          lang={language}
          aria-current={language === now ? 'true' : undefined}
          onClick={(event) => {
            event.preventDefault();
            choose(language);
          }}
        >
          {languageNames[language]}
        </button>
      ))}
    </form>
  );
}
