import { squaredDistances } from '#science/imaging/distance-map.ts';
import type { Size } from '#science/imaging/picture.ts';

/**
 * Gives the boundary F-measure: the harmonic mean of the shares of each outline that lie within `tolerance` px of the other.
 * 1 when both masks have no outline. Source: Martin et al., IEEE PAMI 26 (2004), doi:10.1109/TPAMI.2004.1273918, distances
 * instead of a matching.
 */
export function scoreOutline(found: Uint8Array, wanted: Uint8Array, { size, tolerance }: { size: Size; tolerance: number }): number {
  const [one, other] = [outlineOf(found, size), outlineOf(wanted, size)];
  const precision = shareNear(one, other, { size, tolerance });
  const recall = shareNear(other, one, { size, tolerance });
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** Pixels inside that have a neighbour (by side) outside. */
function outlineOf(mask: Uint8Array, { width }: Size): Uint8Array {
  return mask.map((value, i) => {
    if (value === 0) return 0;
    const x = i % width;
    const is_edge = (x > 0 && mask[i - 1] === 0) || (x + 1 < width && mask[i + 1] === 0) || mask[i - width] === 0 || mask[i + width] === 0;
    return is_edge ? 1 : 0;
  });
}

function shareNear(one: Uint8Array, other: Uint8Array, { size, tolerance }: { size: Size; tolerance: number }): number {
  const distance = squaredDistances(other, size, 1);
  let [count, near] = [0, 0];
  for (let i = 0; i < one.length; i++) {
    if (one[i] === 0) continue;
    count++;
    if (distance[i]! <= tolerance * tolerance) near++;
  }
  return count === 0 ? (other.includes(1) ? 0 : 1) : near / count;
}
