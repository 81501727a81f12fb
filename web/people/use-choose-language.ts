import { isKnown } from '#web/api/known.ts';
import { useApi } from '#web/api/api-context.ts';
import { rememberLocale } from '#web/messages/language-cookie.ts';
import { type Language, chooseLocale } from '#web/messages/languages.ts';

/** Changes the language: of this device, and of the account, which brings it to other devices. The page is then written anew. */
export function useChooseLanguage(): (language: Language) => void {
  const call = useApi();
  return (language) => {
    // Somebody's own region, where their browser names it for this language: a Swiss writes numbers otherwise than a German.
    const { locale } = chooseLocale([...navigator.languages.filter((tag) => tag.startsWith(`${language}-`)), language]);
    rememberLocale(locale);
    const again = () => location.reload();
    if (!isKnown()) return again();
    // Should it not be kept, this device still speaks what was chosen on it.
    return void call('PATCH /v1/me', { body: { prefs: { locale } } }).then(again, again);
  };
}
