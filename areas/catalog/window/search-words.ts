import { foldText } from '../boutiques/search-text.ts';

/** Longer searches are pasted texts. */
const words_max = 12;

/** Turns what somebody typed into a tsquery in which every word begins a word of the product; null for no words. */
export function searchWords(q: string | undefined): string | null {
  const words = foldText(q ?? '').match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length === 0
    ? null
    : words
        .slice(0, words_max)
        .map((word) => `${word}:*`)
        .join(' & ');
}
