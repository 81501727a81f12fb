import type { ColorPlanes } from '#science/imaging/color-planes.ts';
import { guessByBackdrop } from './guess-by-backdrop.ts';
import { guessByBorder } from './guess-by-border.ts';
import { guessByCenter } from './guess-by-center.ts';
import { guessByConnectivity } from './guess-by-connectivity.ts';
import { logistic, logOdds } from './logistic.ts';

/** One way of guessing what the picture shows. */
export interface Guess {
  name: 'center' | 'border' | 'backdrop' | 'connectivity' | 'all' | 'prior' | 'prior_and_all' | 'vote';
  /** [height x width], 0..1. */
  map: Float32Array;
}

/** How much a guess by colour counts beside the middle: it is often wrong altogether (inside out), the middle seldom. */
const color_weight = 0.7;
/** How much each of three counts when they are taken together. */
const together_weight = 0.5;

/** A prior that has not seen the colours of this floor may be sure and wrong: log odds beyond this are not believed. */
const prior_odds_most = 3;
/** How much our own guesses, all together, count beside a prior. */
const beside_prior = 0.5;

/**
 * Guesses in several ways how likely each pixel belongs to the thing photographed: each by itself fails on some kind of picture,
 * seldom all on one. Those by colour are tempered by the middle. A `prior` [height x width] gives two more: by itself, and with
 * all others.
 */
export function gatherGuesses(planes: ColorPlanes, prior?: Float32Array): Guess[] {
  const middle = guessByCenter(planes);
  const base_odds = middle.map((p) => logOdds(p));
  const by_color = [
    { name: 'border' as const, map: guessByBorder(planes) },
    { name: 'backdrop' as const, map: guessByBackdrop(planes) },
    { name: 'connectivity' as const, map: guessByConnectivity(planes) },
  ];
  const odds = by_color.map(({ map }) => map.map((p) => logOdds(p)));
  const tempered = by_color.map(({ name }, k) => ({
    name,
    map: base_odds.map((value, i) => logistic(value + color_weight * odds[k]![i]!)),
  }));
  const all_odds = base_odds.map((value, i) => value + together_weight * (odds[0]![i]! + odds[1]![i]! + odds[2]![i]!));
  const own: Guess[] = [{ name: 'center', map: middle }, ...tempered, { name: 'all', map: all_odds.map((value) => logistic(value)) }];
  if (prior === undefined) return own;
  const prior_odds = prior.map((p) => Math.max(-prior_odds_most, Math.min(prior_odds_most, logOdds(p))));
  return [
    ...own,
    { name: 'prior', map: prior_odds.map((value) => logistic(value)) },
    { name: 'prior_and_all', map: prior_odds.map((value, i) => logistic(value + beside_prior * all_odds[i]!)) },
  ];
}
