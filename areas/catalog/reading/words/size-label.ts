/** A size label taken apart: `M-T` is M, tall; `32x30` is 32, 30 long; `14W` is not understood and stays whole. */
export interface SizeLabel {
  /** `XS`, `M`, `XXL`, `32`; the label itself in capitals where it is not understood. */
  base: string;
  length: 'petite' | 'short' | 'regular' | 'long' | 'tall';
  /** Inside leg as labelled, for `32x30`. */
  inseam: number | null;
  is_understood: boolean;
}

const letter_words: Readonly<Record<string, string>> = { SMALL: 'S', MEDIUM: 'M', LARGE: 'L' };
const length_marks: Readonly<Record<string, SizeLabel['length']>> = {
  T: 'tall',
  TALL: 'tall',
  P: 'petite',
  PETITE: 'petite',
  LONG: 'long',
  SHORT: 'short',
  R: 'regular',
  REG: 'regular',
  REGULAR: 'regular',
};

/** Takes a label apart, whichever way the shop spells it: `TALL SIZE MEDIUM`, `Medium Tall` and `M-T` are the same. */
export function readSizeLabel(label: string): SizeLabel {
  const text = label.trim().toUpperCase();
  const pair = /^W?(\d{2})\s*(?:[X/]|[X/]?\s*L)\s*(\d{2})$/.exec(text);
  if (pair) return { base: pair[1]!, length: 'regular', inseam: Number(pair[2]), is_understood: true };
  const parts = text.split(/[\s-]+/).filter((part) => part !== 'SIZE' && part !== '');
  const marks = parts.filter((part) => Object.hasOwn(length_marks, part));
  const base = baseOf(parts.filter((part) => !Object.hasOwn(length_marks, part)));
  if (base === null || marks.length > 1) return { base: text, length: 'regular', inseam: null, is_understood: false };
  return { base, length: marks[0] === undefined ? 'regular' : length_marks[marks[0]]!, inseam: null, is_understood: true };
}

/** `X LARGE`, `XX-LARGE`, `EXTRA SMALL`, `2XL`, `XXL`, `32`, `15.5`. */
function baseOf(parts: readonly string[]): string | null {
  const joined = parts
    .join('')
    .replaceAll('EXTRA', 'X')
    .replace(/(SMALL|MEDIUM|LARGE)$/, (word) => letter_words[word]!);
  if (/^\d{1,3}([.½]\d?)?$/.test(joined)) return joined.replace('½', '.5').replace(/^0+(?=\d)/, '');
  const letter = /^(?:(\d{1,2})(X)|(X*))([SML])$/.exec(joined);
  if (!letter) return null;
  const [, times, , marks = '', size] = letter;
  const count = times === undefined ? marks.length : Number(times);
  if (count > 9 || (size === 'M' && count > 0)) return null;
  return 'X'.repeat(count) + size!;
}

/** Gives the short way to write a label that spells its size out (`X-SMALL` → `XS`, `TALL LARGE` → `L-T`); others stay as the shop has them. */
export function shortLabel(label: string): string {
  const { base, length, inseam, is_understood } = readSizeLabel(label);
  if (!is_understood || inseam !== null || !/SMALL|MEDIUM|LARGE/i.test(label)) return label;
  const mark = { petite: '-P', short: '-S', regular: '', long: '-L', tall: '-T' }[length];
  return base + mark;
}
