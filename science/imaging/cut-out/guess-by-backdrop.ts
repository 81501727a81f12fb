import { type ColorPlanes } from '#science/imaging/color-planes.ts';
import { ridgeRegression } from '#science/numerics/ridge-regression.ts';
import { borderRing } from './border-ring.ts';
import { logistic } from './logistic.ts';

/** Rounds of reweighting: the fit no longer moves visibly after six. */
const rounds = 6;
/** Tukey's biweight forgets what is farther than 4.685 standard deviations: 95 % as efficient as least squares on normal noise. */
const reach = 4.685;
/** Units of the planes: below the noise of a phone's camera no deviation means anything. */
const deviation_min = 0.7;
/** Squared deviations (3 channels) beyond which belonging to the backdrop is less likely than not: chi-square's 99.9 %. */
const threshold = 16.3;

/**
 * Guesses by how far each pixel's colour is from a plain backdrop whose light changes smoothly: each channel a quadratic in
 * x and y, fitted robustly to the ring along the frame. [height x width], 0..1. Good for a white shirt on a white wall,
 * of no use on a carpet: then nearly everything deviates, or nothing.
 * Method: iteratively reweighted least squares, Holland and Welsch, Comm. Statistics A6 (1977), Tukey's biweight.
 */
export function guessByBackdrop(planes: ColorPlanes): Float32Array {
  const { width, height } = planes;
  const ring = borderRing(planes);
  const picked: number[] = [];
  // A few thousand pixels pin 18 coefficients down.
  const step = Math.max(1, Math.round(ring.reduce((sum, value) => sum + value, 0) / 3000));
  for (let i = 0, seen = 0; i < ring.length; i++) if (ring[i]! > 0 && seen++ % step === 0) picked.push(i);
  const basisAt = (i: number): Float64Array => {
    const [x, y] = [((i % width) / width) * 2 - 1, (Math.floor(i / width) / height) * 2 - 1];
    return Float64Array.of(1, x, y, x * y, x * x, y * y);
  };
  const bases = picked.map(basisAt);
  const squares = new Float32Array(width * height);
  for (const plane of [planes.lightness, planes.a, planes.b]) {
    const fit = fitRobustly(
      bases,
      picked.map((i) => plane[i]!),
    );
    for (let i = 0; i < squares.length; i++) squares[i]! += ((plane[i]! - valueAt(fit.coefficients, basisAt(i))) / fit.deviation) ** 2;
  }
  return squares.map((value) => logistic((Math.sqrt(value) - Math.sqrt(threshold)) * 2));
}

function fitRobustly(bases: Float64Array[], values: number[]): { coefficients: Float64Array; deviation: number } {
  let weights = values.map(() => 1);
  let coefficients: Float64Array = new Float64Array(6);
  let deviation = deviation_min;
  for (let round = 0; round < rounds; round++) {
    const rows = bases.map((basis, i) => ({
      features: basis.map((value) => value * Math.sqrt(weights[i]!)),
      target: values[i]! * Math.sqrt(weights[i]!),
    }));
    coefficients = ridgeRegression(rows, 6, 1e-3);
    const misses = bases.map((basis, i) => Math.abs(values[i]! - valueAt(coefficients, basis)));
    // 1.4826 x the median deviation is the standard deviation of normal noise.
    deviation = Math.max(deviation_min, 1.4826 * misses.toSorted((one, other) => one - other)[misses.length >> 1]!);
    weights = misses.map((miss) => Math.max(0, 1 - (miss / (reach * deviation)) ** 2) ** 2);
  }
  return { coefficients, deviation };
}

function valueAt(coefficients: Float64Array, basis: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < basis.length; j++) sum += coefficients[j]! * basis[j]!;
  return sum;
}
