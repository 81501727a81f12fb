import type { Translate } from './translate.ts';

/**
 * Marks words that are in another language than the page, such as a boutique's own: for the `lang` of their element, so that
 * they are read aloud and broken rightly. In the page's language nothing is marked: that would change the region's voice.
 */
export function langOf(t: Pick<Translate, 'locale'>, language: string): string | undefined {
  return primary(language) === primary(t.locale) ? undefined : language;
}

const primary = (tag: string): string => tag.split('-', 1)[0]!.toLowerCase();
