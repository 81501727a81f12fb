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

/** `XS/S` stands between the two; `US 8` and `EU 42` by their number, as long as all are of one system. */
function keyOfLabel(label: string): ReturnType<typeof keyOf> {
  const [system] = /^(?:US|UK|EU|EUR|IT|FR|DE|JP|AU|CN)(?=\s?\d)/i.exec(label.trim()) ?? [];
  const text = label.trim().slice(system?.length ?? 0);
  const halves = /^([^/\d]+)\/([^/\d]+)$/.exec(text);
  const keys = (halves ? [halves[1]!, halves[2]!] : [text]).map((part) => keyOf(readSizeLabel(part)));
  const [low, high = low] = keys;
  if (!low || !high) return null;
  return { ...low, kind: system === undefined ? low.kind : `${system.toUpperCase()} ${low.kind}`, girth: (low.girth + high.girth) / 2 };
}

function keyOf({ base, length, inseam, is_understood }: SizeLabel): { kind: string; girth: number; length: number } | null {
  if (!is_understood) return null;
  const long = inseam ?? length_order.indexOf(length);
  if (/^\d/.test(base)) return { kind: 'number', girth: Number(base), length: long };
  return { kind: 'letter', girth: letterRank(base), length: long };
}

/** XXS -3, XS -2, S -1, M 0, L 1, XL 2. */
const letterRank = (base: string): number => {
  const steps = base.length;
  if (base.endsWith('S')) return -steps;
  return base === 'M' ? 0 : steps;
};
