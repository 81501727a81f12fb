import type { Picture, Size } from '../imaging/picture.ts';
import { seededRandom } from '../numerics/seeded-random.ts';
import { localMean } from './cloth-sample.ts';

/** Sides of the pieces that grain is laid in, in widths between the shoulders: the largest of which some are clean. */
const sides = [0.16, 0.11, 0.07, 0.045];
/** Share of a piece that must be clean. */
const least_clean = 0.98;

/**
 * Covers an area with the weave and the small folds of cloth: pieces of what is `clean` of it, at random places, fade over into each other. Gives
 * differences from the broad colour, 0..255, [height x width x 3], with the variance that the cloth has; 0 where no piece is clean. Deterministic.
 */
export function layGrain(cloth: Picture, { clean, unit }: { clean: Uint8Array; unit: number }, area: Size): Float32Array {
  const out = new Float32Array(area.width * area.height * 3);
  const sums = cleanSums(clean, cloth);
  for (const share of sides) {
    const side = Math.max(8, 2 * Math.round((share * unit) / 2));
    const found = cleanPlaces(sums, cloth, side);
    if (found.length === 0) continue;
    const fine = [0, 1, 2].map((c) => {
      const plane = new Float32Array(clean.length);
      for (let i = 0; i < plane.length; i++) plane[i] = cloth.data[i * 3 + c]!;
      const broad = localMean(plane, clean, cloth, side / 2.5);
      for (let i = 0; i < plane.length; i++) plane[i] = clean[i] ? plane[i]! - broad[i]! : 0;
      return plane;
    });
    layPieces(out, { fine, found, side, from: cloth, area });
    return out;
  }
  return out;
}

/** How much of a mask lies above and to the left of each place, [height + 1 x width + 1]. */
function cleanSums(clean: Uint8Array, { width, height }: Size): Int32Array {
  const sums = new Int32Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++)
    for (let x = 0, row = 0; x < width; x++) {
      row += clean[y * width + x]!;
      sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1]! + row;
    }
  return sums;
}

/** Left and top of squares that are clean. */
function cleanPlaces(sums: Int32Array, { width, height }: Size, side: number): [number, number][] {
  const found: [number, number][] = [];
  const step = Math.max(2, side >> 2);
  for (let y = 0; y + side <= height; y += step)
    for (let x = 0; x + side <= width; x += step) {
      const at = (u: number, v: number): number => sums[v * (width + 1) + u]!;
      const all = at(x + side, y + side) - at(x, y + side) - at(x + side, y) + at(x, y);
      if (all >= least_clean * side * side) found.push([x, y]);
    }
  return found;
}

interface Pieces {
  fine: readonly Float32Array[];
  found: readonly (readonly [number, number])[];
  side: number;
  from: Size;
  area: Size;
}

function layPieces(out: Float32Array, { fine, found, side, from, area }: Pieces): void {
  const random = seededRandom(11);
  const fade = Float32Array.from({ length: side }, (_, k) => Math.sin((Math.PI * (k + 0.5)) / side) ** 2);
  const squares = new Float32Array(area.width * area.height);
  const half = side >> 1;
  for (let top = -half; top < area.height; top += half)
    for (let left = -half; left < area.width; left += half) {
      const [u, v] = found[Math.floor(random() * found.length)]!;
      for (let y = Math.max(0, -top); y < side && top + y < area.height; y++)
        for (let x = Math.max(0, -left); x < side && left + x < area.width; x++) {
          const weight = fade[x]! * fade[y]!;
          const [to, source] = [(top + y) * area.width + left + x, (v + y) * from.width + u + x];
          squares[to]! += weight * weight;
          for (let c = 0; c < 3; c++) out[to * 3 + c]! += weight * fine[c]![source]!;
        }
    }
  // Means of several pieces are smoother than each of them.
  for (let i = 0; i < squares.length; i++) for (let c = 0; c < 3; c++) out[i * 3 + c]! /= Math.sqrt(squares[i]!) || 1;
}
