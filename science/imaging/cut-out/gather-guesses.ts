import type { ColorPlanes } from '#science/imaging/color-planes.ts';
import { guessByBackdrop } from './guess-by-backdrop.ts';
import { guessByBorder } from './guess-by-border.ts';
import { guessByCenter } from './guess-by-center.ts';
import { guessByConnectivity } from './guess-by-connectivity.ts';
import { logistic, logOdds } from './logistic.ts';

/** One way of guessing what the picture shows. */
export interface Guess {
  name: 'center' | 'border' | 'backdrop' | 'connectivity' | 'all' | 'prior' | 'vote';
  /** [height x width], 0..1. */
  map: Float32Array;
}

/** How much a guess by colour counts beside the middle: it is often wrong altogether (inside out), the middle seldom. */
const color_weight = 0.7;
/** A prior has seen the picture too, and knows what things look like: guesses by colour then only lean on it. */
const prior_tempering = 0.5;
/** How much each of three counts when they are taken together. */
const together_weight = 0.5;

/**
 * Guesses in several ways how likely each pixel belongs to the thing photographed: each by itself fails on some kind of picture,
 * seldom all on one. Each is tempered by the middle. `prior` [height x width] comes in as one more, and takes the middle's place.
 */
export function gatherGuesses(planes: ColorPlanes, prior?: Float32Array): Guess[] {
  const base = prior ?? guessByCenter(planes);
  const tempering = prior === undefined ? 1 : prior_tempering;
  const base_odds = base.map((p) => logOdds(p));
  const by_color = [
    { name: 'border' as const, map: guessByBorder(planes) },
    { name: 'backdrop' as const, map: guessByBackdrop(planes) },
    { name: 'connectivity' as const, map: guessByConnectivity(planes) },
  ];
  const odds = by_color.map(({ map }) => map.map((p) => logOdds(p)));
  const tempered = by_color.map(({ name }, k) => ({
    name,
    map: base_odds.map((value, i) => logistic(value + tempering * color_weight * odds[k]![i]!)),
  }));
  const all = base_odds.map((value, i) => logistic(value + tempering * together_weight * (odds[0]![i]! + odds[1]![i]! + odds[2]![i]!)));
  return [{ name: prior === undefined ? 'center' : 'prior', map: base }, ...tempered, { name: 'all', map: all }];
}
