import { fixed_words, type TrialSchema } from './trials.ts';

/** What multiplies an effect: nothing, the size, how far the size lies from what the wearer usually takes, or a number of the schema. */
export type Slope = { of: 'one' | 'size' | 'gap' | 'gap_squared' } | { of: 'number' | 'number_squared' | 'number_missing'; number: number };
/** A family of effects: one for every word of a column, or pair of words of two, times a slope. No columns: one effect for all. */
export type EffectTerm = { columns: readonly number[]; slope: Slope; variance: number };

const [product, brand, category, size] = [0, 1, 2, 3];
const one: Slope = { of: 'one' };

/** A single effect of everybody is left to the data. */
const wide = 1;
/** Where learning of the prior variances starts; they move to what the data say within a few sweeps. */
const start = { word: 0.05, category_slope: 0.02, product: 0.2, product_slope: 0.02, pair: 0.03 };

/**
 * Lists the effects that trials are explained by, coarse to fine: so that what is seldom seen leans on what is above it.
 * Effects of the shopper are not among them: they are inferred from that shopper's own trials each time (`shopper-effects.ts`).
 */
export function effectTerms(schema: TrialSchema): EffectTerm[] {
  const numbers = schema.numbers.map((_, number): Slope => ({ of: 'number', number }));
  const words = schema.words.map((_, w) => fixed_words.length + w);
  const slopes: Slope[] = [{ of: 'gap' }, { of: 'size' }, ...numbers];
  const term = (columns: number[], slope: Slope, variance: number): EffectTerm => ({ columns, slope, variance });
  return [
    ...slopes.map((slope) => term([], slope, wide)),
    term([], { of: 'gap_squared' }, wide),
    ...schema.numbers.flatMap((_, number) => [
      term([], { of: 'number_squared', number }, wide),
      term([], { of: 'number_missing', number }, wide),
    ]),
    ...[size, category, brand, ...words].map((column) => term([column], one, start.word)),
    ...slopes.map((slope) => term([category], slope, start.category_slope)),
    term([brand], { of: 'gap' }, start.category_slope),
    ...[size, ...words].map((column) => term([category, column], one, start.category_slope)),
    term([product], one, start.product),
    ...slopes.map((slope) => term([product], slope, start.product_slope)),
    ...[size, ...words].map((column) => term([product, column], one, start.pair)),
  ];
}

/** Tells whether a term is about the product itself: its level, its sensitivities, its single sizes. */
export const isOfProduct = ({ columns }: EffectTerm): boolean => columns[0] === product;
/** Tells whether a term is about single sizes of the product, or how it answers to size. */
export const isOfProductSize = (term: EffectTerm): boolean =>
  isOfProduct(term) && (term.columns[1] === size || term.slope.of === 'size' || term.slope.of === 'gap');
/** Tells whether a term is the level of the product. */
export const isProductLevel = (term: EffectTerm): boolean => isOfProduct(term) && term.columns.length === 1 && term.slope.of === 'one';
/** Tells whether a term is how strongly the product answers to a body off its size: low for what forgives. */
export const isProductSensitivity = (term: EffectTerm): boolean => isOfProduct(term) && term.slope.of === 'gap';
export const word_columns = { product, brand, category, size } as const;
