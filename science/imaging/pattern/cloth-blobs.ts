import type { ClothDetail } from './cloth-detail.ts';

/** Spots that stand out from a cloth. */
export interface ClothBlobs {
  /** Round ones of about the same size. */
  count: number;
  /** Of all that stands out, the share that is in those, 0..1. */
  share: number;
  /** How unequal they are: the middle half's spread of area over the middle area. */
  spread: number;
  /** Of a grid over the cloth, the share of cells with one in it: 1 for dots all over. */
  reach: number;
}

interface Blob {
  area: number;
  x: number;
  y: number;
  is_round: boolean;
}

/** px: less is a thread or noise. */
const area_min = 6;
/** Of the cloth; more is no dot. */
const area_max_share = 0.02;
/** Times the detail's spread: what stands out. */
const stands_out = 1;
const cells = 6;

/** Finds dots: darker, lighter and more coloured spots apart, and of these the kind that is more even. O(pixels). */
export function clothBlobs(detail: ClothDetail): ClothBlobs {
  const planes = [detail.lightness, detail.a, detail.b];
  const spreads = planes.map((plane) => spreadOf(plane, detail.weight));
  const strongest = spreads.indexOf(Math.max(...spreads));
  const threshold = spreads[strongest]! * stands_out;
  const plane = planes[strongest]!;
  const [above, below] = [1, -1].map((sign) =>
    measureBlobs(
      findBlobs(detail, (i) => plane[i]! * sign > threshold),
      detail,
    ),
  );
  return above!.share * above!.reach >= below!.share * below!.reach ? above! : below!;
}

/** Root mean square over the cloth. */
export function spreadOf(plane: Float32Array, weight: Float32Array): number {
  let [sum, total] = [0, 0];
  for (let i = 0; i < plane.length; i++) {
    sum += plane[i]! ** 2 * weight[i]!;
    total += weight[i]!;
  }
  return Math.sqrt(sum / Math.max(1, total));
}

function measureBlobs(blobs: Blob[], { width, height, weight }: ClothDetail): ClothBlobs {
  const cloth = weight.reduce((sum, value) => sum + value, 0);
  const all = blobs.reduce((sum, { area }) => sum + area, 0);
  const round = blobs.filter(({ is_round, area }) => is_round && area >= area_min && area <= cloth * area_max_share);
  if (round.length === 0) return { count: 0, share: 0, spread: 1, reach: 0 };
  const areas = round.map(({ area }) => area).toSorted((one, other) => one - other);
  const quantile = (part: number): number => areas[Math.floor((areas.length - 1) * part)]!;
  const middle = quantile(0.5);
  const alike = round.filter(({ area }) => area > middle / 2.5 && area < middle * 2.5);
  const cellOf = (x: number, y: number): number => Math.floor((y / height) * cells) * cells + Math.floor((x / width) * cells);
  const with_cloth = new Set<number>();
  for (let i = 0; i < weight.length; i++) if (weight[i]! > 0) with_cloth.add(cellOf(i % width, Math.floor(i / width)));
  const with_dot = new Set(alike.map(({ x, y }) => cellOf(x, y)));
  return {
    count: alike.length,
    share: alike.reduce((sum, { area }) => sum + area, 0) / Math.max(1, all),
    spread: (quantile(0.75) - quantile(0.25)) / middle,
    reach: Math.min(1, with_dot.size / Math.max(1, with_cloth.size)),
  };
}

/** Connected parts (by sides) of what `stands` out of the cloth. */
function findBlobs({ width, weight }: ClothDetail, stands: (i: number) => boolean): Blob[] {
  const seen = new Uint8Array(weight.length);
  const blobs: Blob[] = [];
  const isPart = (i: number): boolean => seen[i] === 0 && weight[i]! > 0 && stands(i);
  for (let start = 0; start < weight.length; start++) {
    if (!isPart(start)) continue;
    seen[start] = 1;
    const pixels = [start];
    for (let at = 0; at < pixels.length; at++)
      for (const next of [pixels[at]! - 1, pixels[at]! + 1, pixels[at]! - width, pixels[at]! + width])
        if (isPart(next)) {
          seen[next] = 1;
          pixels.push(next);
        }
    blobs.push(toBlob(pixels, width));
  }
  return blobs;
}

/** Round: it fills its box about as a disc does, and the box is about square. */
function toBlob(pixels: readonly number[], width: number): Blob {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const i of pixels) {
    const [x, y] = [i % width, Math.floor(i / width)];
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  const [across, down] = [right - left + 1, bottom - top + 1];
  const filled = pixels.length / (across * down);
  const is_round = filled > 0.55 && Math.max(across, down) <= 1.7 * Math.min(across, down);
  return { area: pixels.length, x: (left + right) / 2, y: (top + bottom) / 2, is_round };
}
