import type { ColorPlanes } from '#science/imaging/color-planes.ts';
import { ridgeRegression } from '#science/numerics/ridge-regression.ts';
import { borderRing } from './border-ring.ts';

/** What a smooth backdrop would look like, and how far the picture is from it. */
export interface BackdropFit {
  /** [height x width]: distance of each pixel's colour from the backdrop's, in the backdrop's own standard deviations (3 channels). */
  distances: Float32Array;
  /** [3][height x width]: lightness, a and b less the backdrop's. */
  residuals: Float32Array[];
  /** Median of the distances along the frame. */
  distance_typical: number;
  /** The largest of the three channels' standard deviations, units of the planes. */
  deviation: number;
  /** Share of the ring along the frame that is backdrop. */
  share: number;
}

/** Rounds of reweighting: the fit no longer moves visibly after six. */
const rounds = 6;
/** Tukey's biweight forgets what is farther than 4.685 standard deviations: 95 % as efficient as least squares on normal noise. */
const reach = 4.685;
/** Distance (3 channels) beyond which belonging to the backdrop is less likely than not: the root of chi-square's 99.9 %. */
export const distance_odd = Math.sqrt(16.3);

/**
 * Fits a backdrop whose light changes smoothly: each channel a quadratic in x and y, fitted robustly to the ring along the
 * frame. Noise below `deviation_min` (units of the planes) counts as that much. O(pixels).
 * Method: iteratively reweighted least squares, Holland and Welsch, Comm. Statistics A6 (1977), Tukey's biweight.
 */
export function fitBackdrop(planes: ColorPlanes, deviation_min: number): BackdropFit {
  const { width, height } = planes;
  const ring = borderRing(planes);
  const picked: number[] = [];
  // A few thousand pixels pin 18 coefficients down.
  const step = Math.max(1, Math.round(ring.reduce((sum, value) => sum + value, 0) / 3000));
  for (let i = 0, seen = 0; i < ring.length; i++) if (ring[i]! > 0 && seen++ % step === 0) picked.push(i);
  const placeOf = (i: number): [number, number] => [((i % width) / width) * 2 - 1, (Math.floor(i / width) / height) * 2 - 1];
  const bases = picked.map((i) => basisAt(...placeOf(i)));
  const distances = new Float32Array(width * height);
  let deviation_most = 0;
  const residuals = [planes.lightness, planes.a, planes.b].map((plane) => {
    const values = picked.map((i) => plane[i]!);
    const { coefficients, deviation } = fitRobustly(bases, { values, deviation_min });
    const residual = plane.map((value, i) => value - surfaceAt(coefficients, ...placeOf(i)));
    for (let i = 0; i < distances.length; i++) distances[i]! += (residual[i]! / deviation) ** 2;
    deviation_most = Math.max(deviation_most, deviation);
    return residual;
  });
  for (let i = 0; i < distances.length; i++) distances[i] = Math.sqrt(distances[i]!);
  const along = picked.map((i) => distances[i]!).toSorted((one, other) => one - other);
  const share = along.filter((distance) => distance < distance_odd).length / along.length;
  return { distances, residuals, distance_typical: along[along.length >> 1]!, deviation: deviation_most, share };
}

function fitRobustly(
  bases: Float64Array[],
  { values, deviation_min }: { values: number[]; deviation_min: number },
): { coefficients: Float64Array; deviation: number } {
  const middle = values.toSorted((one, other) => one - other)[values.length >> 1]!;
  let coefficients: Float64Array = new Float64Array([middle, 0, 0, 0, 0, 0]);
  let { weights, deviation } = weigh(bases, { values, coefficients, deviation_min });
  for (let round = 0; round < rounds; round++) {
    const rows = bases.map((basis, i) => ({
      features: basis.map((value) => value * Math.sqrt(weights[i]!)),
      target: values[i]! * Math.sqrt(weights[i]!),
    }));
    coefficients = ridgeRegression(rows, 6, 1e-3);
    ({ weights, deviation } = weigh(bases, { values, coefficients, deviation_min }));
  }
  return { coefficients, deviation };
}

function weigh(
  bases: Float64Array[],
  { values, coefficients, deviation_min }: { values: number[]; coefficients: Float64Array; deviation_min: number },
): { weights: number[]; deviation: number } {
  const misses = bases.map((basis, i) => Math.abs(values[i]! - valueAt(coefficients, basis)));
  // 1.4826 x the median deviation is the standard deviation of normal noise.
  const deviation = Math.max(deviation_min, 1.4826 * misses.toSorted((one, other) => one - other)[misses.length >> 1]!);
  return { weights: misses.map((miss) => Math.max(0, 1 - (miss / (reach * deviation)) ** 2) ** 2), deviation };
}

function basisAt(x: number, y: number): Float64Array {
  return Float64Array.of(1, x, y, x * y, x * x, y * y);
}

/** `valueAt` its basis, without making one for every pixel. */
function surfaceAt(c: Float64Array, x: number, y: number): number {
  return c[0]! + c[1]! * x + c[2]! * y + c[3]! * x * y + c[4]! * x * x + c[5]! * y * y;
}

function valueAt(coefficients: Float64Array, basis: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < basis.length; j++) sum += coefficients[j]! * basis[j]!;
  return sum;
}
