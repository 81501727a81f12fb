import type { Size } from './picture.ts';

/**
 * Resizes a plane [height x width], linearly between the centres of pixels, borders repeated. Meant for smooth planes or
 * for enlarging: shrinking by more than two skips pixels. O(target pixels).
 */
export function resizePlane(plane: Float32Array, from: Size, to: Size): Float32Array {
  if (from.width === to.width && from.height === to.height) return plane;
  const out = new Float32Array(to.width * to.height);
  const across = stops(from.width, to.width);
  const down = stops(from.height, to.height);
  for (let y = 0, i = 0; y < to.height; y++) {
    const above = down.low[y]! * from.width;
    const below = Math.min(from.height - 1, down.low[y]! + 1) * from.width;
    const fy = down.part[y]!;
    for (let x = 0; x < to.width; x++, i++) {
      const x0 = across.low[x]!;
      const x1 = Math.min(from.width - 1, x0 + 1);
      const fx = across.part[x]!;
      const top = plane[above + x0]! + (plane[above + x1]! - plane[above + x0]!) * fx;
      const bottom = plane[below + x0]! + (plane[below + x1]! - plane[below + x0]!) * fx;
      out[i] = top + (bottom - top) * fy;
    }
  }
  return out;
}

/** Where the centre of each target pixel lies in the source: the whole pixel before it and the part beyond. */
function stops(from: number, to: number): { low: Int32Array; part: Float32Array } {
  const low = new Int32Array(to);
  const part = new Float32Array(to);
  for (let i = 0; i < to; i++) {
    const at = Math.max(0, Math.min(from - 1, ((i + 0.5) * from) / to - 0.5));
    low[i] = Math.floor(at);
    part[i] = at - low[i]!;
  }
  return { low, part };
}
