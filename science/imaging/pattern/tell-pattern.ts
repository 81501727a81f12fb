import { cloth_measures, type ClothMeasures } from './measure-cloth.ts';
import { pattern_weights } from './pattern-weights.ts';

export const pattern_kinds = ['plain', 'striped', 'checked', 'dotted', 'printed'] as const;
export type PatternKind = (typeof pattern_kinds)[number];

/** Without cloth to look at: what most garments are, and how many of them. */
const usual = { value: 'plain', confidence: 0.6 } as const;

/** Tells a cloth's pattern from what was measured of it, and how likely that is right. */
export function tellPattern(measures: ClothMeasures | undefined): { value: PatternKind; confidence: number } {
  if (!measures) return usual;
  const chances = patternChances(measures);
  const best = chances.indexOf(Math.max(...chances));
  return { value: pattern_kinds[best]!, confidence: chances[best]! };
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

/** One, each measure, and the products of two that say more together, e.g. lines only count where there is contrast. */
export function expandMeasures(measures: ClothMeasures): number[] {
  const plain = cloth_measures.map((name) => Math.max(-1, Math.min(2, measures[name])));
  const pairs = paired.map(([one, other]) => Math.max(-1, Math.min(2, measures[one] * measures[other])));
  return [1, ...plain, ...pairs];
}

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
