import type { ColorPlanes } from './color-planes.ts';

/** Patches of like colour: the patch of each pixel, and per patch its mean colour, place and size. */
export interface Superpixels {
  count: number;
  /** [height x width]. */
  of: Int32Array;
  /** [count x 5]: mean lightness, a, b, x, y. */
  means: Float64Array;
  /** [count], px. */
  areas: Float64Array;
}

/** How much of the squared distance is place: 10 gives even patches that still follow edges (Achanta's own choice). */
const compactness = 10;

/**
 * Parts a picture into about `wanted` connected patches of like colour. O(pixels x rounds). Deterministic.
 * Method: SLIC, k-means over colour and place, each centre looking 2 spacings around (Achanta et al., IEEE PAMI 34 (2012),
 * doi:10.1109/TPAMI.2012.120); then scraps smaller than a quarter of a patch join the neighbour met first.
 */
export function findSuperpixels(planes: ColorPlanes, wanted: number, rounds = 5): Superpixels {
  const { width, height } = planes;
  const spacing = Math.max(1, Math.sqrt((width * height) / wanted));
  let means = gridCenters(planes, spacing);
  let of: Int32Array = new Int32Array(width * height);
  for (let round = 0; round < rounds; round++) {
    of = assign(planes, means, spacing);
    means = average(planes, of, means.length / 5).means;
  }
  const joined = joinScraps(of, planes, (spacing * spacing) / 4);
  return { count: joined.count, of: joined.of, ...average(planes, joined.of, joined.count) };
}

function gridCenters({ width, height, lightness, a, b }: ColorPlanes, spacing: number): Float64Array {
  const columns = Math.max(1, Math.round(width / spacing));
  const rows = Math.max(1, Math.round(height / spacing));
  const centers: number[] = [];
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const [x, y] = [((c + 0.5) * width) / columns, ((r + 0.5) * height) / rows];
      const i = Math.floor(y) * width + Math.floor(x);
      centers.push(lightness[i]!, a[i]!, b[i]!, x - 0.5, y - 0.5);
    }
  return Float64Array.from(centers);
}

function assign({ width, height, lightness, a, b }: ColorPlanes, means: Float64Array, spacing: number): Int32Array {
  const of = new Int32Array(width * height);
  const nearest = new Float32Array(width * height).fill(Infinity);
  const place_weight = (compactness / spacing) ** 2;
  for (let k = 0; k < means.length / 5; k++) {
    const [ml, ma, mb, mx, my] = means.subarray(k * 5, k * 5 + 5) as unknown as [number, number, number, number, number];
    const [x0, x1] = [Math.max(0, Math.ceil(mx - 2 * spacing)), Math.min(width - 1, Math.floor(mx + 2 * spacing))];
    const [y0, y1] = [Math.max(0, Math.ceil(my - 2 * spacing)), Math.min(height - 1, Math.floor(my + 2 * spacing))];
    for (let y = y0; y <= y1; y++)
      for (let x = x0; x <= x1; x++) {
        const i = y * width + x;
        const color = (lightness[i]! - ml) ** 2 + (a[i]! - ma) ** 2 + (b[i]! - mb) ** 2;
        const distance = color + ((x - mx) ** 2 + (y - my) ** 2) * place_weight;
        if (distance < nearest[i]!) {
          nearest[i] = distance;
          of[i] = k;
        }
      }
  }
  return of;
}

function average({ width, lightness, a, b }: ColorPlanes, of: Int32Array, count: number): { means: Float64Array; areas: Float64Array } {
  const means = new Float64Array(count * 5);
  const areas = new Float64Array(count);
  for (let i = 0; i < of.length; i++) {
    const at = of[i]! * 5;
    areas[of[i]!]!++;
    means[at]! += lightness[i]!;
    means[at + 1]! += a[i]!;
    means[at + 2]! += b[i]!;
    means[at + 3]! += i % width;
    means[at + 4]! += Math.floor(i / width);
  }
  for (let j = 0; j < means.length; j++) means[j]! /= areas[Math.floor(j / 5)] || 1;
  return { means, areas };
}

/** Numbers connected pieces anew (4 neighbours, reading order); a piece under `least` px takes the number of the pixel before it. */
function joinScraps(of: Int32Array, { width, height }: ColorPlanes, least: number): { of: Int32Array; count: number } {
  const joined = new Int32Array(of.length).fill(-1);
  const stack = new Int32Array(of.length);
  let count = 0;
  for (let start = 0; start < of.length; start++) {
    if (joined[start]! >= 0) continue;
    const before = start % width > 0 ? joined[start - 1]! : start >= width ? joined[start - width]! : -1;
    let [top, filled] = [0, 1];
    stack[0] = start;
    joined[start] = count;
    while (top < filled) {
      const i = stack[top++]!;
      const x = i % width;
      for (const j of [x > 0 ? i - 1 : -1, x + 1 < width ? i + 1 : -1, i - width, i + width < width * height ? i + width : -1])
        if (j >= 0 && joined[j]! < 0 && of[j] === of[i]) {
          joined[j] = count;
          stack[filled++] = j;
        }
    }
    if (filled < least && before >= 0) for (let j = 0; j < filled; j++) joined[stack[j]!] = before;
    else count++;
  }
  return { of: joined, count };
}
