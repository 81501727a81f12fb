import { tellWorker } from '#web/offline/tell-worker.ts';

const name = 'toile_language';
const year_s = 365 * 24 * 3600;

/** Keeps a language on this device; the server writes its pages in it. Tells whether the browser let us. */
export function rememberLocale(locale: string): boolean {
  const is_secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie = `${name}=${locale}; Path=/; Max-Age=${year_s}; SameSite=Lax${is_secure}`;
  const is_kept = isLocaleRemembered(locale);
  if (is_kept) tellWorker('toile:new-language');
  return is_kept;
}

/** Tells whether somebody chose a language on this device; with `locale`, whether it is this one. */
export const isLocaleRemembered = (locale = ''): boolean =>
  document.cookie.split('; ').some((cookie) => (locale === '' ? cookie.startsWith(`${name}=`) : cookie === `${name}=${locale}`));
