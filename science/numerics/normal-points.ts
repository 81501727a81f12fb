import { normalQuantile } from './normal-quantile.ts';

/** Bases of the axes: small primes spread best. */
const primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37];
/** The first points of neighbouring bases run in step; after this many they do not. */
const skipped = 20;

/**
 * Lays out points that fill a standard normal distribution evenly: the same ones every time.
 *
 * Method: Halton's sequence, each point with its mirror image (so every odd moment is exactly zero), mapped by the normal
 * quantile. Shapes: answer Float64Array, row-major [count x dimensions]; `count` even, `dimensions` 1 to 12.
 * O(count x dimensions). Deterministic. Source: J. H. Halton, Numerische Mathematik 2 (1960) 84-90, doi 10.1007/BF01386213.
 */
export function normalPoints(count: number, dimensions: number): Float64Array {
  if (count % 2 !== 0) throw new RangeError('Ask for an even number of points: each comes with its mirror image.');
  if (dimensions < 1 || dimensions > primes.length) throw new RangeError(`Dimensions go from 1 to ${primes.length}.`);
  const points = new Float64Array(count * dimensions);
  for (let pair = 0; pair < count / 2; pair++) {
    for (let axis = 0; axis < dimensions; axis++) {
      const value = normalQuantile(radicalInverse(pair + skipped, primes[axis]!));
      points[2 * pair * dimensions + axis] = value;
      points[(2 * pair + 1) * dimensions + axis] = -value;
    }
  }
  return points;
}

/** Mirrors the digits of a whole number about the point: 6 = 110 in base 2 gives 0.011 = 3/8. */
function radicalInverse(number: number, base: number): number {
  let left = number;
  let place = 1 / base;
  let value = 0;
  while (left > 0) {
    value += place * (left % base);
    left = Math.floor(left / base);
    place /= base;
  }
  return value;
}
