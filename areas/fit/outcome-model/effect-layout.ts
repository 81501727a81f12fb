import type { EffectGroup } from '#science/numerics/ordinal-effects.ts';
import type { EffectTerm, Slope } from './effect-terms.ts';
import type { TrialColumns, Vocabulary } from './trials.ts';
import { bounded, scaledNumber, type WearerSize, wearerSizeOf } from './wearer-size.ts';

/** Which effect of a term a pair of codes has; single columns use their code as it is. */
export type PairCodes = ReadonlyMap<number, number>;
export type EffectLayout = { terms: readonly EffectTerm[]; sizes: number[]; pairs: (PairCodes | null)[]; widths: number[] };

/** Lays out the effects that the trials can speak of. */
export function layOutEffects(terms: readonly EffectTerm[], columns: TrialColumns, vocabulary: Vocabulary): EffectLayout {
  const widths = vocabulary.codes.map((codes) => codes.size);
  const pairs = terms.map((term) => (term.columns.length === 2 ? pairCodes(term, columns, widths) : null));
  const sizes = terms.map(({ columns: of }, t) => pairs[t]?.size ?? (of.length === 0 ? 1 : widths[of[0]!]!));
  return { terms, sizes, pairs, widths };
}

function pairCodes({ columns: [first, second] }: EffectTerm, columns: TrialColumns, widths: readonly number[]): PairCodes {
  const codes = new Map<number, number>();
  for (let row = 0; row < columns.count; row++) {
    const key = pairKey(columns, { first: first!, second: second!, row }, widths);
    if (key >= 0 && !codes.has(key)) codes.set(key, codes.size);
  }
  return codes;
}

function pairKey(
  { words }: TrialColumns,
  { first, second, row }: { first: number; second: number; row: number },
  widths: readonly number[],
): number {
  const [one, other] = [words[first]![row]!, words[second]![row]!];
  return one < 0 || other < 0 ? -1 : one * widths[second]! + other;
}

/** Finds which effect of term `t` a trial touches; -1 for none. */
export function effectOf(
  { terms, pairs, widths }: EffectLayout,
  t: number,
  { columns, row }: { columns: TrialColumns; row: number },
): number {
  const of = terms[t]!.columns;
  if (of.length === 0) return 0;
  if (of.length === 1) return columns.words[of[0]!]![row]!;
  const key = pairKey(columns, { first: of[0]!, second: of[1]!, row }, widths);
  return key < 0 ? -1 : (pairs[t]!.get(key) ?? -1);
}

/** Gives what multiplies an effect in a trial; `gap` is (size - usual size of the wearer) in spreads of size. */
export function slopeValue(
  slope: Slope,
  wearer: WearerSize,
  { columns, row, gap }: { columns: TrialColumns; row: number; gap: number },
): number {
  switch (slope.of) {
    case 'one':
      return 1;
    case 'size':
      return (columns.size_value[row]! - wearer.size_centre) / wearer.size_scale;
    case 'gap':
      return gap;
    case 'gap_squared':
      return gap * gap;
    case 'number':
      return scaledNumber(wearer, columns, { number: slope.number, row });
    case 'number_squared':
      return scaledNumber(wearer, columns, { number: slope.number, row }) ** 2;
    case 'number_missing':
      return Number.isNaN(columns.numbers[slope.number]![row]!) ? 1 : 0;
  }
}

/** Gives the gap of a trial: how far its size lies above what its wearer usually takes, in spreads of size. */
export function gapOf(wearer: WearerSize, columns: TrialColumns, row: number): number {
  return bounded((columns.size_value[row]! - wearerSizeOf(wearer, columns, row)) / wearer.size_scale);
}

/** Builds the groups of all terms over some rows; terms of one column, or of one slope, share their arrays. */
export function effectGroups(
  layout: EffectLayout,
  columns: TrialColumns,
  { wearer, rows, gaps }: { wearer: WearerSize; rows: Int32Array; gaps: Float64Array },
): EffectGroup[] {
  const indices = new Map<string, Int32Array>();
  const weights = new Map<string, Float64Array>();
  return layout.terms.map(({ columns: of, slope, variance }, t) => {
    const index = keep(indices, of.join('*'), () => Int32Array.from(rows, (row) => effectOf(layout, t, { columns, row })));
    const weight =
      slope.of === 'one'
        ? undefined
        : keep(weights, JSON.stringify(slope), () =>
            Float64Array.from(rows, (row) => slopeValue(slope, wearer, { columns, row, gap: gaps[row]! })),
          );
    return { index, weight, size: layout.sizes[t]!, variance, is_learned: of.length > 0 };
  });
}

function keep<T>(kept: Map<string, T>, key: string, make: () => T): T {
  const found = kept.get(key) ?? make();
  kept.set(key, found);
  return found;
}
