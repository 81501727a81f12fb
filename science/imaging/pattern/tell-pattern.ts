import { cloth_measures, type ClothMeasures } from './measure-cloth.ts';
import { pattern_weights } from './pattern-weights.ts';

export const pattern_kinds = ['plain', 'striped', 'checked', 'dotted', 'printed'] as const;
export type PatternKind = (typeof pattern_kinds)[number];

/** Without cloth to look at, what garments are: the shares among the photos that the weights were fitted on. */
const usual: readonly number[] = [0.61, 0.05, 0.05, 0.01, 0.28];

/**
 * Tells a cloth's pattern from what was measured of it, and how likely that is right. `likelier`: by what factor each kind is
 * likelier for this garment than for any, in the order of `pattern_kinds`.
 */
export function tellPattern(measures: ClothMeasures | undefined, likelier?: readonly number[]): { value: PatternKind; confidence: number } {
  const weighed = (measures ? patternChances(measures) : usual).map((chance, k) => chance * (likelier?.[k] ?? 1));
  const best = weighed.indexOf(Math.max(...weighed));
  return { value: pattern_kinds[best]!, confidence: weighed[best]! / weighed.reduce((sum, one) => sum + one, 0) };
}

/** Multinomial logistic regression; in the order of `pattern_kinds`, adding up to one. */
export function patternChances(measures: ClothMeasures): number[] {
  const inputs = expandMeasures(measures);
  const scores = pattern_weights.map((weights) => weights.reduce((sum, weight, at) => sum + weight * inputs[at]!, 0));
  const highest = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - highest));
  const total = raised.reduce((sum, one) => sum + one, 0);
  return raised.map((one) => one / total);
}

/** One, each measure and its logarithm (a faint stripe differs from none by a factor), and products of two that say more together. */
export function expandMeasures(measures: ClothMeasures): number[] {
  const plain = cloth_measures.map((name) => bounded(measures[name]));
  const logarithms = cloth_measures.map((name) => Math.log(Math.max(0, measures[name]) + log_floor));
  const pairs = paired.map(([one, other]) => bounded(measures[one] * measures[other]));
  return [1, ...plain, ...logarithms, ...pairs];
}

/** Below this a measure is noise. */
const log_floor = 0.02;
const bounded = (value: number): number => Math.max(-1, Math.min(2, value));

const paired = [
  ['lines_along', 'lines_across'],
  ['crossing_along', 'crossing_across'],
  ['lines_across', 'crossing_across'],
  ['edges_one_way', 'lines_across'],
  ['edges_two_ways', 'crossing_across'],
  ['dots', 'dots_share'],
  ['dots_share', 'dots_reach'],
  ['second_color', 'second_distance'],
  ['sharp_edges', 'second_distance'],
  ['contrast_color', 'second_color'],
] as const;
