import { garment_colors } from '#contract/garment-colors.ts';
import { categories } from '#contract/garment-kinds.ts';
import type { Translate } from '#web/messages/translate.ts';
import { colorWord } from './color-word.ts';
import { patterns } from './fact-text.ts';

/**
 * Writes words that somebody looks for as Toile calls kinds, colours and patterns: “pull bleu marine” is `knitwear navy`. Undefined
 * where nothing is called otherwise. A garment that nobody named is shown by these words, and is to be found by them.
 */
export function codesSought(t: Translate, q: string): string | undefined {
  const names: [string, string][] = [
    ...garment_colors.map((code): [string, string] => [colorWord(t, code), code]),
    ...categories.map((code): [string, string] => [t(`category.${code}`), code]),
    ...patterns.map((code): [string, string] => [t(`pattern.${code}`), code]),
  ];
  const words = wordsOf(t, q);
  // The longest first: bleu marine is no bleu.
  const known = names.map(([name, code]) => ({ name: wordsOf(t, name), code })).toSorted((a, b) => b.name.length - a.name.length);
  const written: string[] = [];
  for (let at = 0; at < words.length;) {
    const found = known.find(({ name }) => name.every((word, i) => words[at + i] === word));
    written.push(found?.code ?? words[at]!);
    at += found?.name.length ?? 1;
  }
  const codes = written.join(' ');
  return codes === words.join(' ') ? undefined : codes;
}

const wordsOf = ({ locale }: Translate, text: string): string[] => text.toLocaleLowerCase(locale).split(/\s+/).filter(Boolean);
