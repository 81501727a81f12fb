import type { TriedPart } from '#contract/tryon.ts';
import { findConnectedParts } from '#science/imaging/connected-parts.ts';
import { maskWhere } from '#science/imaging/mask-where.ts';
import { type Point, traceOutline } from '#science/imaging/trace-outline.ts';
import type { Pixels } from '#science/look-layers/compose-look.ts';
import { cloth_min } from '#science/look-layers/find-anchors.ts';

/** Below this a part was guessed rather than seen (contract/tryon.ts). */
export const seen_from = 0.5;
/** An outline is as fine as one pixel of so many, px; and smoothed over so many of its points to each side. */
const coarse = 4;
const smooth_over = 2;
/** Smaller pieces are crumbs at an edge: a share of the whole cloth. */
const crumb_share = 0.02;

export interface OutlinePiece {
  is_seen: boolean;
  /** An SVG path in px of the picture. */
  path: string;
}

/** Draws the seams of a look around its cloth: whole where it was seen, to be basted where it was guessed. O(pixels). */
export function outlineLook(garment: Pixels, parts: readonly TriedPart[]): OutlinePiece[] {
  const guessed = new Set(parts.filter(({ confidence }) => confidence < seen_from).map(({ name }) => name));
  const { mask, width, height } = shrinkMask(garment);
  const found = findConnectedParts(mask, { width, height });
  const cloth = found.areas.reduce((sum, area, part) => sum + (found.values[part] === 1 ? area : 0), 0);
  const pieces: OutlinePiece[] = [];
  for (let part = 0; part < found.count; part++) {
    if (found.values[part] !== 1 || found.areas[part]! < crumb_share * cloth) continue;
    const piece = maskWhere(found.of.length, (i) => found.of[i] === part);
    const points = smoothen(traceOutline(piece, { width, height }));
    pieces.push(...split(points, partFinder(piece, { width, height }, guessed)));
  }
  return pieces;
}

function shrinkMask({ width: whole_width, height: whole_height, data }: Pixels) {
  const [width, height] = [Math.max(1, Math.floor(whole_width / coarse)), Math.max(1, Math.floor(whole_height / coarse))];
  const mask = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) mask[y * width + x] = data[(y * coarse * whole_width + x * coarse) * 4 + 3]! >= cloth_min ? 1 : 0;
  return { mask, width, height };
}

const smoothen = (points: readonly Point[]): Point[] =>
  points.map((_, at) => {
    const near = Array.from({ length: 2 * smooth_over + 1 }, (_one, k) => points[(at + k - smooth_over + points.length) % points.length]!);
    return { x: near.reduce((sum, { x }) => sum + x, 0) / near.length, y: near.reduce((sum, { y }) => sum + y, 0) / near.length };
  });

/** Beyond this share of the way from the middle to the cloth's end a garment that has sleeves is a sleeve. */
const beside_share = 0.78;

type PartName = TriedPart['name'];

/**
 * Tells whether a place of a piece of cloth was seen. The body is as wide as the cloth is where it is narrowest around its middle;
 * what lies beyond is a sleeve, and below where cloth parts in two begin the legs.
 */
function partFinder(piece: Uint8Array, { width, height }: { width: number; height: number }, guessed: ReadonlySet<PartName>) {
  if (guessed.size === 0) return () => true;
  const rows: { y: number; from: number; to: number }[] = [];
  let [sum, count] = [0, 0];
  for (let i = 0; i < piece.length; i++)
    if (piece[i] === 1) {
      sum += i % width;
      count++;
    }
  const middle = Math.round(sum / Math.max(1, count));
  for (let y = 0; y < height; y++) {
    if (piece[y * width + middle] !== 1) continue;
    let [from, to] = [middle, middle];
    while (from > 0 && piece[y * width + from - 1] === 1) from--;
    while (to < width - 1 && piece[y * width + to + 1] === 1) to++;
    rows.push({ y, from, to });
  }
  const narrowest = rows.toSorted((a, b) => a.to - a.from - (b.to - b.from))[Math.floor(rows.length / 10)] ?? { from: 0, to: width };
  const ends = [Math.min(...rows.map(({ from }) => from)), Math.max(...rows.map(({ to }) => to))] as const;
  // A sleeve that lies against the body all the way down leaves no row without it.
  const beside = (end: number): number => middle + beside_share * (end - middle);
  const body = { from: Math.max(narrowest.from, beside(ends[0])), to: Math.min(narrowest.to, beside(ends[1])) };
  const crotch = rows.at(-1)?.y ?? height;
  return ({ x, y }: Point): boolean => {
    const is_left = x > middle;
    if (y > crotch && (guessed.has('left_leg') || guessed.has('right_leg'))) return !guessed.has(is_left ? 'left_leg' : 'right_leg');
    if (x > body.to + 1) return !guessed.has('left_sleeve');
    if (x < body.from - 1) return !guessed.has('right_sleeve');
    return !guessed.has('torso') && !guessed.has('skirt');
  };
}

/** Cuts an outline wherever it goes from seen to guessed. */
function split(points: readonly Point[], isSeen: (at: Point) => boolean): OutlinePiece[] {
  const pieces: { is_seen: boolean; points: Point[] }[] = [];
  for (const point of points.length > 0 ? [...points, points[0]!] : []) {
    const last = pieces.at(-1);
    const is_seen = isSeen(point);
    last?.points.push(point);
    if (last?.is_seen !== is_seen) pieces.push({ is_seen, points: [point] });
  }
  return pieces.map(({ is_seen, points: all }) => ({
    is_seen,
    path: all
      .map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${((x + 0.5) * coarse).toFixed(1)} ${((y + 0.5) * coarse).toFixed(1)}`)
      .join(''),
  }));
}
