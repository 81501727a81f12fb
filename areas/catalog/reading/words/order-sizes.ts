import { readAgeLabel } from './age-label.ts';
import { readSizeLabel, type SizeLabel } from './size-label.ts';

const length_order: readonly SizeLabel['length'][] = ['petite', 'short', 'regular', 'long', 'tall'];

/**
 * Puts sizes into wearing order, small to large; within one girth the short before the long. When one label is not
 * understood, or letters and numbers are mixed, the shop's own order stays: a guess would be worse. Stable.
 */
export function orderSizes<T extends { label: string }>(sizes: readonly T[]): T[] {
  const ranked = sizes.map((size) => ({ size, key: keyOfLabel(size.label) }));
  const kinds = new Set(ranked.map(({ key }) => key?.kind));
  if (kinds.size !== 1 || kinds.has(undefined)) return [...sizes];
  return ranked.toSorted((a, b) => a.key!.girth - b.key!.girth || a.key!.length - b.key!.length).map(({ size }) => size);
}

/** Tells whether a text is a size as shops write them: `M`, `XS/S`, `EU 42`, `32x30`, `one size`. */
export const isSizeLabel = (label: string): boolean => keyOfLabel(label) !== null;

interface Key {
  /** Only labels of one kind and system can be compared. */
  kind: string;
  girth: number;
  length: number;
}

/** `XS/S`, `S-M` and `4-6` stand between their two ends. */
function keyOfLabel(label: string): Key | null {
  const whole = readSizeLabel(label);
  if (whole.is_understood) return keyOf(whole);
  const halves = /^(.*?[^\s/-])\s?[/–-]\s?([^\s/-]+)$/.exec(whole.base);
  const [low, high] = halves ? [keyOf(readSizeLabel(halves[1]!)), keyOf(readSizeLabel(halves[2]!))] : [];
  if (!low || !high || low.kind !== high.kind) return null;
  return { ...low, kind: kindOf(whole.system, low.kind), girth: (low.girth + high.girth) / 2 };
}

function keyOf(size: SizeLabel): Key | null {
  if (!size.is_understood) return null;
  const length = size.inseam ?? length_order.indexOf(size.length);
  const kind = (name: string): string => kindOf(size.system, name);
  switch (size.kind) {
    case 'letter':
      return { kind: kind('letter'), girth: letterRank(size.base), length };
    case 'plus':
      return plusKey(size.base, { kind, length });
    case 'age':
      return { kind: 'age', girth: readAgeLabel(size.base) ?? 0, length };
    case 'bra':
      return { kind: 'bra', girth: Number(/^\d+/.exec(size.base)![0]), length: cupRank(size.base) };
    case 'one_size':
      return { kind: 'one_size', girth: 0, length };
    default:
      return { kind: kind('number'), girth: numberRank(size.base), length };
  }
}

const kindOf = (system: string | null, name: string): string => (system === null ? name : `${system} ${name}`);

/** `1X` follows XL and `14W` follows 14, each before the next of the straight sizes. */
const plusKey = (base: string, { kind, length }: { kind: (name: string) => string; length: number }): Key =>
  base.endsWith('X')
    ? { kind: kind('letter'), girth: Number(base.slice(0, -1)) + 1.5, length }
    : { kind: kind('number'), girth: Number(base.slice(0, -1)) + 0.5, length };

/** XXS -3, XS -2, S -1, M 0, L 1, XL 2; P stands between XS and S, G for L. */
const letterRank = (base: string): number => {
  const steps = base.length;
  if (base.startsWith('P')) return -steps - 0.5;
  if (base.endsWith('S')) return -steps;
  return base === 'M' ? 0 : steps;
};

/** `000` before `00` before `0`. */
const numberRank = (base: string): number => (/^0+$/.test(base) ? 1 - base.length : Number(base));

/** A, B, C, D, DD, E…: by letter, then by how often it stands. */
const cupRank = (base: string): number => {
  const cup = base.replace(/^\d+/, '');
  return cup.startsWith('A') ? 1 - cup.length : cup.charCodeAt(0) - 65 + (cup.length - 1) * 0.2;
};
