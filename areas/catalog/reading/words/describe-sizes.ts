import type { Product, size_types } from '#contract/catalog.ts';
import { readSizeLabel, type SizeLabel } from './size-label.ts';
import { readSizeSystem } from './size-system.ts';

export type SizeWords = Pick<Product, 'size_system' | 'size_notation' | 'size_type'>;
type SizeType = (typeof size_types)[number];

/** What the page itself says of its sizes, and words in which a cut may be named. */
interface Said {
  labels: readonly string[];
  size_system: string | null;
  size_type: string | null;
  /** Name, fit, breadcrumbs. */
  words: readonly string[];
}

/** Tells in which system and how sizes are written, and whom the cut is for; null for what is not said. */
export function describeSizes({ labels, size_system, size_type, words }: Said): SizeWords {
  const sizes = labels.map(readSizeLabel);
  return {
    size_system: systemOf(sizes) ?? readSizeSystem(size_system),
    size_notation: notationOf(sizes),
    size_type: readType(size_type) ?? typeOf(sizes) ?? words.map(typeIn).find((type) => type !== null) ?? null,
  };
}

/** Only what all labels agree on. */
function systemOf(sizes: readonly SizeLabel[]): SizeWords['size_system'] {
  const systems = new Set(sizes.map(({ system }) => system));
  const [system = null] = systems;
  return systems.size === 1 ? system : null;
}

const notations: Readonly<Record<SizeLabel['kind'], SizeWords['size_notation']>> = {
  letter: 'letters',
  number: 'numbers',
  waist_inseam: 'waist_inseam',
  plus: 'plus',
  age: 'age',
  bra: 'bra',
  one_size: 'one_size',
  other: null,
};

function notationOf(sizes: readonly SizeLabel[]): SizeWords['size_notation'] {
  const kinds = new Set(sizes.map(({ kind }) => notations[kind]));
  const [kind = null] = kinds;
  return kinds.size > 1 ? 'mixed' : kind;
}

/** `M-T`, `8P`: only where all sizes are of one length, else the product has several. */
function typeOf(sizes: readonly SizeLabel[]): SizeType | null {
  const lengths = new Set(sizes.map(({ length }) => length));
  if (lengths.size === 1 && lengths.has('petite')) return 'petite';
  if (lengths.size === 1 && lengths.has('tall')) return 'tall';
  return sizes.length > 0 && sizes.every(({ kind }) => kind === 'plus') ? 'plus' : null;
}

/** `WearableSizeGroupTall`, `petite`. */
const readType = (text: string | null): SizeType | null =>
  text === null ? null : typeIn(text.replace(/^.*[/:]/, '').replace(/^WearableSizeGroup/i, ''));

function typeIn(text: string): SizeType | null {
  if (/\bpetites?\b/i.test(text)) return 'petite';
  if (/\bmaternity\b|\bumstands\w*|\bgrossesse\b/i.test(text)) return 'maternity';
  if (/\bplus[- ]?sizes?\b|^plus$|\bcurvy?\b|\bextended\b/i.test(text)) return 'plus';
  if (/\bbig\b(?! ?(?:tee|shirt|knit))/i.test(text)) return 'big';
  if (/\btall\b/i.test(text)) return 'tall';
  return /^regular$/i.test(text.trim()) ? 'regular' : null;
}
