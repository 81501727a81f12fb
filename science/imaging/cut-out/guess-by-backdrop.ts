import { type ColorPlanes } from '#science/imaging/color-planes.ts';
import { distance_odd, fitBackdrop } from './fit-backdrop.ts';
import { logistic } from './logistic.ts';

/** Units of the planes: below the noise of a phone's camera no deviation means anything. */
const deviation_min = 0.7;

/**
 * Guesses by how far each pixel's colour is from a plain backdrop whose light changes smoothly: [height x width], 0..1. Good for
 * a white shirt on a white wall, of no use on a carpet: then nearly everything deviates, or nothing.
 */
export function guessByBackdrop(planes: ColorPlanes): Float32Array {
  return fitBackdrop(planes, deviation_min).distances.map((distance) => logistic((distance - distance_odd) * 2));
}
