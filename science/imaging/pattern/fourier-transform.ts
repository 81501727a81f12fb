/**
 * Transforms a square of complex numbers in place, rows then columns: radix-2 Cooley-Tukey, not normalised.
 * `real`, `imaginary`: row-major [side x side], side a power of two. `is_inverse` turns the other way round, also not normalised.
 * O(side² log side). Source: Press et al., Numerical Recipes (3rd ed.), section 12.2.
 */
export function fourierTransform2d({ real, imaginary, side }: ComplexSquare, is_inverse: boolean): void {
  const turn = twiddles(side, is_inverse);
  const [re, im] = [new Float64Array(side), new Float64Array(side)];
  for (const [step, next] of [
    [1, side],
    [side, 1],
  ] as const)
    for (let line = 0; line < side; line++) {
      const start = line * next;
      if (step === 1 && isEmpty(real, start, side) && isEmpty(imaginary, start, side)) continue;
      for (let i = 0; i < side; i++) {
        re[i] = real[start + i * step]!;
        im[i] = imaginary[start + i * step]!;
      }
      transformLine(re, im, turn);
      for (let i = 0; i < side; i++) {
        real[start + i * step] = re[i]!;
        imaginary[start + i * step] = im[i]!;
      }
    }
}

/** Rows of zeros, which are put around a picture, stay zeros. */
function isEmpty(plane: Float64Array, start: number, side: number): boolean {
  for (let i = start; i < start + side; i++) if (plane[i] !== 0) return false;
  return true;
}

export interface ComplexSquare {
  real: Float64Array;
  imaginary: Float64Array;
  side: number;
}

interface Twiddles {
  cos: Float64Array;
  sin: Float64Array;
  order: Uint32Array;
}

function twiddles(side: number, is_inverse: boolean): Twiddles {
  const bits = Math.log2(side);
  if (!Number.isInteger(bits)) throw new RangeError(`${side} is not a power of two.`);
  const angle = ((is_inverse ? 2 : -2) * Math.PI) / side;
  return {
    cos: Float64Array.from({ length: side / 2 }, (_, i) => Math.cos(angle * i)),
    sin: Float64Array.from({ length: side / 2 }, (_, i) => Math.sin(angle * i)),
    order: Uint32Array.from({ length: side }, (_, i) => {
      let reversed = 0;
      for (let bit = 0; bit < bits; bit++) reversed = (reversed << 1) | ((i >> bit) & 1);
      return reversed;
    }),
  };
}

function transformLine(re: Float64Array, im: Float64Array, { cos, sin, order }: Twiddles): void {
  const side = re.length;
  for (let i = 0; i < side; i++) {
    const j = order[i]!;
    if (j <= i) continue;
    [re[i], re[j]] = [re[j]!, re[i]!];
    [im[i], im[j]] = [im[j]!, im[i]!];
  }
  for (let half = 1; half < side; half *= 2) {
    const stride = side / (half * 2);
    for (let start = 0; start < side; start += half * 2)
      for (let k = 0; k < half; k++) {
        const [a, b] = [start + k, start + k + half];
        const [c, s] = [cos[k * stride]!, sin[k * stride]!];
        const x = re[b]! * c - im[b]! * s;
        const y = re[b]! * s + im[b]! * c;
        re[b] = re[a]! - x;
        im[b] = im[a]! - y;
        re[a]! += x;
        im[a]! += y;
      }
  }
}
