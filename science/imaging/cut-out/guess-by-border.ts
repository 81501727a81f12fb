import { fitColorMixture, logDensity } from '#science/imaging/color-mixture.ts';
import type { ColorPlanes } from '#science/imaging/color-planes.ts';
import { borderRing } from './border-ring.ts';
import { logistic } from './logistic.ts';

/** A floor has a few colours (boards and gaps, a carpet's pattern); more would learn the thing where it touches the frame. */
const color_count = 5;
/** The ring's own unlikeliest tenth may be the thing reaching in; what is unlikelier than that is even odds. */
const odd_share = 0.1;
/** Nats of density over which the odds change by e. */
const softness = 1.5;

/** Guesses for each pixel how likely it belongs to the thing: by how little its colour is found along the frame. [height x width], 0..1. */
export function guessByBorder(planes: ColorPlanes): Float32Array {
  const ring = borderRing(planes);
  const density = logDensity(planes, fitColorMixture(planes, ring, { count: color_count }));
  const own = density.filter((_, i) => ring[i]! > 0).toSorted();
  const threshold = own[Math.floor(own.length * odd_share)]!;
  return density.map((value) => logistic((threshold - value) / softness));
}
