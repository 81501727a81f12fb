import type { Person } from '#contract/people.ts';
import { useApi } from '#web/api/api-context.ts';
import { isLocaleRemembered, rememberLocale } from '#web/messages/language-cookie.ts';
import { chooseLocale } from '#web/messages/languages.ts';
import { useTranslate } from '#web/messages/translate-context.ts';

/**
 * Settles, for somebody who just signed in, what this device speaks: what was chosen for the account wins; an account that never
 * chose takes what was chosen on this device. Tells whether the page must be written anew.
 */
export function useSettleLanguage(): (person: Person) => boolean {
  const t = useTranslate();
  const call = useApi();
  return ({ prefs, is_locale_chosen }) => {
    if (!is_locale_chosen) {
      // Should it not be kept, the next signing in brings it again.
      if (isLocaleRemembered()) void call('PATCH /v1/me', { body: { prefs: { locale: t.locale } } }).catch(() => undefined);
      return false;
    }
    if (chooseLocale([prefs.locale]).language === chooseLocale([t.locale]).language) return false;
    // Without the cookie a new page would be in the old language again.
    return rememberLocale(prefs.locale);
  };
}
