import type { ClothDetail } from './cloth-detail.ts';
import { fourierTransform2d, type ComplexSquare } from './fourier-transform.ts';

/** How much a cloth's detail looks like itself, moved by (dx, dy): 1 at no move, 0 unlike, below 0 opposite. */
export interface Repeats {
  at: (dx: number, dy: number) => number;
  /** px; farther moves are not known. */
  reach: number;
}

/** Of the cloth's pixels that must still lie on cloth after a move; else chance speaks. */
const overlap_min = 0.15;

/**
 * Correlates a cloth's detail (lightness and colour together) with itself at all moves up to `reach` px, counting only where
 * cloth lies on cloth: autocorrelation by Fourier transform with zeros around. O(n log n).
 * Source: Padfield, "Masked object registration in the Fourier domain" (2012), doi:10.1109/TIP.2011.2181402, eq. 8 to 14,
 * of one image with itself and without the local means, which the detail has lost already.
 */
export function clothRepeats(detail: ClothDetail, reach: number): Repeats {
  const { width, height, weight } = detail;
  const side = 2 ** Math.ceil(Math.log2(Math.max(width, height) + reach));
  const place = (plane: Float32Array): Float64Array => {
    const out = new Float64Array(side * side);
    for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) out[y * side + x] = plane[y * width + x]! * weight[y * width + x]!;
    return out;
  };
  // Two real planes travel as one complex plane: a transform costs most of the time here.
  const color = { real: place(detail.lightness), imaginary: place(detail.a), side };
  const rest = { real: place(detail.b), imaginary: place(weight), side };
  fourierTransform2d(color, false);
  fourierTransform2d(rest, false);
  const likeness = new Float64Array(side * side);
  const overlap = new Float64Array(side * side);
  for (let i = 0; i < likeness.length; i++) {
    const j = opposite(i, side);
    const [one, other] = powers(rest, i, j);
    likeness[i] = (power(color, i) + power(color, j)) / 2 + one;
    overlap[i] = other;
  }
  // Both are real and even, so one transform brings both back: one as real part, one as imaginary.
  fourierTransform2d({ real: likeness, imaginary: overlap, side }, true);
  const whole = Math.max(1e-12, likeness[0]! / Math.max(1, overlap[0]!));
  return {
    reach,
    at: (dx, dy) => {
      const i = ((Math.round(dy) + side) % side) * side + ((Math.round(dx) + side) % side);
      return overlap[i]! < overlap_min * overlap[0]! ? 0 : likeness[i]! / overlap[i]! / whole;
    },
  };
}

/** The place of the opposite frequency. */
function opposite(i: number, side: number): number {
  const [x, y] = [i % side, Math.floor(i / side)];
  return ((side - y) % side) * side + ((side - x) % side);
}

const power = ({ real, imaginary }: ComplexSquare, i: number): number => real[i]! ** 2 + imaginary[i]! ** 2;

/** The powers of the two real planes that were transformed as real and imaginary part; j is opposite of i. */
function powers({ real, imaginary }: ComplexSquare, i: number, j: number): [number, number] {
  const first = (real[i]! + real[j]!) ** 2 + (imaginary[i]! - imaginary[j]!) ** 2;
  const second = (imaginary[i]! + imaginary[j]!) ** 2 + (real[j]! - real[i]!) ** 2;
  return [first / 4, second / 4];
}
