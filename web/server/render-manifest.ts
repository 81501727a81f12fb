import { chooseLocale, directionOf, loadMessages } from '#web/messages/languages.ts';
import { createTranslate } from '#web/messages/translate.ts';

/** What of the manifest no language changes. `id` keeps an installed app the same one when its reader changes the language. */
const lasting = {
  id: '/',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  background_color: '#f4f1ea',
  theme_color: '#f4f1ea',
  categories: ['shopping', 'lifestyle'],
  icons: [192, 512].flatMap((px) =>
    ['any', 'maskable'].map((purpose) => ({ src: `/icon-${px}.png`, sizes: `${px}x${px}`, type: 'image/png', purpose })),
  ),
  share_target: {
    action: '/share',
    method: 'GET',
    enctype: 'application/x-www-form-urlencoded',
    params: { title: 'title', text: 'text', url: 'url' },
  },
};

/** Writes the web app's manifest in the first of somebody's languages (best first) that Toile speaks. */
export async function renderManifest(read: readonly string[]): Promise<{ language: string; manifest: object }> {
  const { language, locale } = chooseLocale(read);
  const t = createTranslate(locale, await loadMessages[language]());
  const words = { name: t('app.whole_name'), short_name: t('app.name'), description: t('app.about_installed') };
  return { language, manifest: { ...words, lang: locale, dir: directionOf(locale), ...lasting } };
}
