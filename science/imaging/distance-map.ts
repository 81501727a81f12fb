import type { Size } from './picture.ts';

/**
 * Gives each pixel's squared distance (px², between centres) to the nearest pixel whose mask is `value`; Infinity when there is
 * none. [height x width]. O(pixels). Exact.
 * Source: Felzenszwalb and Huttenlocher, Theory of Computing 8 (2012), doi:10.4086/toc.2012.v008a019: lower envelopes of
 * parabolas, columns first, then rows.
 */
export function squaredDistances(mask: Uint8Array, { width, height }: Size, value: 0 | 1): Float32Array {
  const out = new Float32Array(mask.length);
  for (let i = 0; i < out.length; i++) out[i] = mask[i] === value ? 0 : Infinity;
  const longest = Math.max(width, height);
  const line = {
    from: new Float64Array(longest),
    to: new Float64Array(longest),
    at: new Int32Array(longest),
    start: new Float64Array(longest + 1),
  };
  for (let x = 0; x < width; x++) transformLine(out, line, { first: x, step: width, count: height });
  for (let y = 0; y < height; y++) transformLine(out, line, { first: y * width, step: 1, count: width });
  return out;
}

interface Line {
  from: Float64Array;
  to: Float64Array;
  /** Where the parabolas of the envelope stand, and from where each is the lowest. */
  at: Int32Array;
  start: Float64Array;
}

function transformLine(
  plane: Float32Array,
  { from, to, at, start }: Line,
  { first, step, count }: { first: number; step: number; count: number },
): void {
  let last = -1;
  for (let i = 0; i < count; i++) {
    from[i] = plane[first + i * step]!;
    if (from[i] === Infinity) continue;
    let meets = -Infinity;
    while (last >= 0) {
      const before = at[last]!;
      meets = (from[i]! + i * i - from[before]! - before * before) / (2 * (i - before));
      if (meets > start[last]!) break;
      last--;
    }
    last++;
    at[last] = i;
    start[last] = last === 0 ? -Infinity : meets;
  }
  if (last < 0) return;
  start[last + 1] = Infinity;
  for (let i = 0, k = 0; i < count; i++) {
    while (start[k + 1]! < i) k++;
    to[i] = (i - at[k]!) ** 2 + from[at[k]!]!;
  }
  for (let i = 0; i < count; i++) plane[first + i * step] = to[i]!;
}
