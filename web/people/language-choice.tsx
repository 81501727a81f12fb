import { useTranslate } from '#web/messages/translate-context.ts';
import { chooseLocale, languageNames, languages } from '#web/messages/languages.ts';
import { useChooseLanguage } from './use-choose-language.ts';

/** The languages, each by its own name: whoever needs this cannot read the other words. */
export function LanguageChoice() {
  const t = useTranslate();
  const choose = useChooseLanguage();
  const { language: now } = chooseLocale([t.locale]);
  return (
    <div className="languages" role="group" aria-label={t('app.language')}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-current={language === now ? 'true' : undefined}
          onClick={() => choose(language)}
        >
          {languageNames[language]}
        </button>
      ))}
    </div>
  );
}
