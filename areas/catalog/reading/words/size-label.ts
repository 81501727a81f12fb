import { readAgeLabel } from './age-label.ts';
import { splitSizeSystem, type SizeSystem } from './size-system.ts';

/** A size label taken apart: `M-T` is M, tall; `32x30` is 32, 30 long; `EU 42` is 42 of the EU. */
export interface SizeLabel {
  /** `XS`, `M`, `XXL`, `32`, `14W`, `34B`; the label itself in capitals where it is not understood. */
  base: string;
  length: 'petite' | 'short' | 'regular' | 'long' | 'tall';
  /** Inside leg as labelled, for `32x30`. */
  inseam: number | null;
  /** The system that the label itself names. */
  system: SizeSystem | null;
  /** Labels of one kind have an order. */
  kind: 'letter' | 'number' | 'waist_inseam' | 'plus' | 'age' | 'bra' | 'one_size' | 'other';
  is_understood: boolean;
}

const length_marks: Readonly<Record<string, SizeLabel['length']>> = {
  T: 'tall',
  TALL: 'tall',
  P: 'petite',
  PETITE: 'petite',
  L: 'long',
  LONG: 'long',
  XL: 'long',
  S: 'short',
  SHORT: 'short',
  R: 'regular',
  REG: 'regular',
  REGULAR: 'regular',
};
/** As words of their own these are sizes, not lengths. */
const letters_alone = new Set(['L', 'S', 'XL']);

const one_size =
  /^(?:ONE[ -]?SIZE(?: FITS (?:ALL|MOST))?|OS|O\/S|OSFA|OSFM|1 ?SIZE|(?:TAILLE )?UNIQUE|TU|(?:TAGLIA |TALLA )?[UÚ]NICA|EINHEITSGR(?:Ö|OE)SSE|FREE ?SIZE|F|フリー(?:サイズ)?|均码|ワンサイズ)$/;

/** Takes a label apart, whichever way the shop spells it: `TALL SIZE MEDIUM`, `Medium Tall` and `M-T` are the same. */
export function readSizeLabel(label: string): SizeLabel {
  const text = plainText(label);
  const { system, rest } = splitSizeSystem(text);
  const found = readPlain(rest);
  return found ? { ...blank, ...found, system, is_understood: true } : { ...blank, base: text, system };
}

const blank: SizeLabel = { base: '', length: 'regular', inseam: null, system: null, kind: 'other', is_understood: false };

/** Capitals, ASCII digits, one blank between words; what only says "size" is left out, and so is what stands in brackets behind. */
function plainText(label: string): string {
  const text = label
    .slice(0, 80)
    .replaceAll('½', '.5')
    .replaceAll('⅓', '.33')
    .replaceAll('⅔', '.67')
    .normalize('NFKC')
    .replaceAll(/(\d) 1[/⁄]2\b/g, '$1.5')
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .toUpperCase()
    .replaceAll(/[\s\p{Cf}]+/gu, ' ')
    .trim();
  const named = text
    .replace(/^(?:(?:SIZE|SZ\.?|TAILLE|GRÖSSE|GR\.|TALLA|TAGLIA|MAAT)[ :]+|(?:サイズ|尺码)[ :]*)(?=\S)/, '')
    .replace(/(?:号|サイズ)$/, '');
  return /^([^()]+)\s?\([^()]*\)$/.exec(named)?.[1]?.trim() ?? named;
}

type Found = Pick<SizeLabel, 'base' | 'kind'> & Partial<SizeLabel>;

function readPlain(text: string): Found | null {
  if (one_size.test(text)) return { base: 'ONE SIZE', kind: 'one_size' };
  return readPair(text) ?? readAge(text) ?? readPlus(text) ?? readMeasure(text) ?? readLead(text) ?? readGirth(text);
}

/** `32x30`, `W32 L34`, `32W x 34L`, `32/34`. */
function readPair(text: string): Found | null {
  const pair = /^W?(\d{2})\s*W?\s*(?:[X×/]|[X×/]?\s*L)\s*(\d{2})\s*L?$/.exec(text);
  return pair ? { base: pair[1]!, inseam: Number(pair[2]), kind: 'waist_inseam' } : null;
}

function readAge(text: string): Found | null {
  const months = readAgeLabel(text);
  return months === null ? null : { base: text, kind: 'age' };
}

/** `1X`, `2X`, `14W`, `14WP`; `32B`, `34DD`. */
function readPlus(text: string): Found | null {
  const plus = /^(\dX|[12]\d ?W)([PT])?$/.exec(text);
  if (plus) return { base: plus[1]!.replace(' ', ''), kind: 'plus', length: plus[2] === undefined ? 'regular' : length_marks[plus[2]]! };
  return /^[2-5]\d ?(?:A{1,3}|B|C|D{1,4}|E|F{1,2}|G{1,2}|H{1,2}|J{1,2}|K)$/.test(text)
    ? { base: text.replace(' ', ''), kind: 'bra' }
    : null;
}

/** `32"`, `W32`, `95 cm`; a shoe's `10 D` and `9.5 wide`. */
function readMeasure(text: string): Found | null {
  // Shoes for everybody: the men's size counts, the women's stands behind it.
  const both = /^M(?:EN(?:'S|’S)?)? ?(\d{1,2}(?:\.5)?) ?\/ ?W(?:OMEN(?:'S|’S)?)? ?\d{1,2}(?:\.5)?$/.exec(text);
  if (both) return { base: both[1]!, kind: 'number' };
  const measure =
    /^(?:WAIST ?|W ?)?(\d{1,3}(?:\.\d{1,2})?) ?(?:["”″]|IN(?:CH(?:ES)?)?|CM)?$/.exec(text) ??
    /^(\d{1,2}(?:\.5)?) (?:[2-4]?E|EE|D|B|N|W|M|WIDE|NARROW)$/.exec(text);
  return measure ? { base: trimZeros(measure[1]!), kind: 'number' } : null;
}

/** `P` and `PP` below S, `G` and `GG` for L and XL (Theory, Brazil); `PXS`, `P2` are petite, `TL` is tall, `T36` a French taille. */
function readLead(text: string): Found | null {
  if (/^(?:P{1,3}|G{1,3})$/.test(text)) return { base: text, kind: 'letter' };
  const [, lead, rest] = /^([PT])(\d{1,2}|X{0,3}[SL]|M)$/.exec(text) ?? [];
  const base = rest === undefined ? null : baseOf([rest]);
  if (!base || (lead === 'T' && base.kind === 'number')) return base;
  return { ...base, length: lead === 'P' ? 'petite' : 'tall' };
}

/** A letter or number with a mark of length, before or behind: `M-T`, `LT`, `40R`, `8 Petite`, `SP`. */
function readGirth(text: string): Found | null {
  const parts = text.split(/[\s-]+|(?<=\w)&(?=\w)/).filter((part) => part !== '' && !/^(?:SIZE|BIG|&)$/.test(part));
  const marks = parts.filter((part) => Object.hasOwn(length_marks, part) && !(letters_alone.has(part) && parts.length === 1));
  const rest = parts.filter((part) => !Object.hasOwn(length_marks, part) || (letters_alone.has(part) && !isMark(part, parts)));
  const real_marks = marks.filter((part) => !rest.includes(part));
  if (real_marks.length > 1) return null;
  const whole = baseOf(rest);
  if (whole !== null) return { ...whole, length: real_marks[0] === undefined ? 'regular' : length_marks[real_marks[0]]! };
  // Written as one: `LT`, `2XLT`, `40R`, `SP`. A mark that stood apart already was the only one.
  const joined = /^(\d{1,2}|\d?X{0,3}[SL]|M)([TPRLS])$/.exec(rest.join(''));
  const base = joined && real_marks.length === 0 ? baseOf([joined[1]!]) : null;
  return base && joined ? { ...base, length: length_marks[joined[2]!]! } : null;
}

/** `40 L` is long, `X L` is extra large. */
const isMark = (part: string, parts: readonly string[]): boolean => parts.some((one) => one !== part && /^\d{2}$/.test(one));

const letter_words: Readonly<Record<string, string>> = { SMALL: 'S', MEDIUM: 'M', LARGE: 'L' };

/** `X LARGE`, `XX-LARGE`, `EXTRA SMALL`, `2XL`, `XXL`, `32`, `15.5`. */
function baseOf(parts: readonly string[]): Pick<SizeLabel, 'base' | 'kind'> | null {
  const joined = parts
    .join('')
    .replaceAll('EXTRA', 'X')
    .replace(/(SMALL|MEDIUM|LARGE)$/, (word) => letter_words[word]!)
    .replace(/^MED$/, 'M');
  if (parts.length === 1 && /^\d{1,3}(?:\.\d{1,2})?$/.test(joined)) return { base: trimZeros(joined), kind: 'number' };
  const letter = /^(?:(\d{1,2})(X)|(X*))([SML])$/.exec(joined);
  if (!letter) return null;
  const [, times, , marks = '', size] = letter;
  const count = times === undefined ? marks.length : Number(times);
  if (count > 9 || (size === 'M' && count > 0)) return null;
  return { base: 'X'.repeat(count) + size!, kind: 'letter' };
}

/** `08` is 8; `00` and `000` are sizes below 0 of their own. */
const trimZeros = (digits: string): string => (/^0+$/.test(digits) ? digits : digits.replace(/^0+(?=\d)/, ''));

/** Gives the short way to write a label that spells its size out (`X-SMALL` → `XS`, `TALL LARGE` → `L-T`); others stay as the shop has them. */
export function shortLabel(label: string): string {
  const { base, length, kind, system, is_understood } = readSizeLabel(label);
  if (!is_understood || kind !== 'letter' || system !== null || !/SMALL|MEDIUM|LARGE/i.test(label)) return label;
  const mark = { petite: '-P', short: '-S', regular: '', long: '-L', tall: '-T' }[length];
  return base + mark;
}
