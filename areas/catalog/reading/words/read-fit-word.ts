import type { Product } from '#contract/catalog.ts';

const cuts: readonly (readonly [NonNullable<Product['fit']>, RegExp])[] = [
  ['slim', /\b(?:slim|skinny|tailored|fitted)\b/i],
  ['regular', /\b(?:regular|classic|standard|straight)\b/i],
  ['oversized', /\b(?:oversized|boxy)\b/i],
  ['relaxed', /\b(?:relaxed|easy|loose|roomy)\b/i],
];

/** Tells the cut from words, the best first: the first text that names one decides. null when none does. */
export function readFitWord(texts: readonly string[]): Product['fit'] {
  for (const text of texts) {
    const found = cuts.find(([, pattern]) => pattern.test(text));
    if (found) return found[0];
  }
  return null;
}
