import { type Picture, sizeWithin } from '#science/imaging/picture.ts';
import { shrinkPicture } from '#science/imaging/shrink-picture.ts';
import type { Point } from '#science/imaging/trace-outline.ts';
import { solidMask } from './find-landmarks.ts';

/** The outline of what is worn on hips and legs, row by row; left is left in the picture. */
export interface LowerLandmarks {
  axis_x: number;
  /** Where the waistband lies, and where the legs part; where nothing parts, as in a skirt, at the hem. */
  waist_y: number;
  crotch_y: number;
  left: LowerSide;
  right: LowerSide;
  /** Whether a gap between legs was seen. */
  has_legs: boolean;
  /** 0..1: how much like a garment of its kind that is. */
  plausibility: number;
}

export interface LowerSide {
  hem_y: number;
  /** From waist to hem: away from the other leg, and towards it (the axis above where they part). Equally many, at the same rows. */
  outer: Point[];
  inner: Point[];
}

/** Longer side, px, at which outlines are read. */
const outline_side = 512;
/** Rows in which an edge is told. */
const row_count = 48;
/** Share of the height that lies above where legs part, when their gap cannot be seen: they touch, or overlap. */
const usual_rise = { trousers: 0.27, shorts: 0.6 };
/** A gap between legs is as wide as this share of the garment, or it is a fold or a hole. */
const narrowest_gap = 0.012;

/** Finds waist, hem and legs in the cut-out of trousers, shorts or a skirt; undefined where there is no garment. O(pixels). */
export function findLowerLandmarks(picture: Picture, shape: 'trousers' | 'shorts' | 'skirt'): LowerLandmarks | undefined {
  const garment = shrinkPicture(picture, sizeWithin(picture, outline_side));
  const scale = picture.width / garment.width;
  const rows = readRows(solidMask(garment), garment);
  const full = rows.filter(({ last, first }) => last >= first);
  if (full.length < 20) return undefined;
  const widest = Math.max(...full.map(({ first, last }) => last - first + 1));
  // A loop or a label above the band is narrow.
  const waist_y = rows.findIndex(({ first, last }) => last - first + 1 > 0.3 * widest);
  const end_y = rows.findLastIndex(({ first, last }) => last >= first);
  const height = end_y - waist_y;
  const axis_x = axisOf(rows.slice(waist_y, waist_y + Math.max(3, Math.round(height * 0.25))));
  const split = shape === 'skirt' ? undefined : findSplit(rows, { axis_x, waist_y, end_y, widest });
  const crotch_y = shape === 'skirt' ? end_y : (split?.from_y ?? Math.round(waist_y + usual_rise[shape] * height));
  const sideOf = (way: 1 | -1): LowerSide => readSide(rows, { way, axis_x, waist_y, crotch_y, split, scale });
  return {
    axis_x: axis_x * scale,
    waist_y: waist_y * scale,
    crotch_y: crotch_y * scale,
    left: sideOf(-1),
    right: sideOf(1),
    has_legs: split !== undefined,
    plausibility: Math.min(1, height / (0.8 * widest)) * (shape === 'skirt' || split ? 1 : 0.8),
  };
}

/** One row of a mask: its first and last pixel (last < first where there is none), and the widest gap near the middle. */
interface Row {
  first: number;
  last: number;
  gaps: [number, number][];
}

function readRows(mask: Uint8Array, { width, height }: Picture): Row[] {
  return Array.from({ length: height }, (_, y) => {
    const row = mask.subarray(y * width, (y + 1) * width);
    const [first, last] = [row.indexOf(1), row.lastIndexOf(1)];
    if (first < 0) return { first: 0, last: -1, gaps: [] };
    const gaps: [number, number][] = [];
    for (let x = first; x <= last; x++) {
      if (row[x]) continue;
      const from = x;
      while (!row[x]) x++;
      gaps.push([from, x]);
    }
    return { first, last, gaps };
  });
}

function axisOf(rows: readonly Row[]): number {
  const middles = rows.map(({ first, last }) => (first + last + 1) / 2).toSorted((a, b) => a - b);
  return middles[middles.length >> 1] ?? 0;
}

interface Split {
  from_y: number;
  /** Edges of the gap in each row from `from_y` on. */
  edges: [number, number][];
}

/** Follows the gap between the legs upwards from the hem, as far as it hangs together. */
function findSplit(
  rows: readonly Row[],
  { axis_x, waist_y, end_y, widest }: { axis_x: number; waist_y: number; end_y: number; widest: number },
): Split | undefined {
  const highest = waist_y + 0.12 * (end_y - waist_y);
  let found: Split | undefined;
  let edge: [number, number] | undefined;
  for (let y = end_y; y > highest; y--) {
    const gaps = rows[y]!.gaps.filter(([from, to]) => to - from >= narrowest_gap * widest);
    const next = gaps
      .filter(([from, to]) => (edge ? from < edge[1] && to > edge[0] : Math.abs((from + to) / 2 - axis_x) < 0.25 * widest))
      .toSorted((a, b) => b[1] - b[0] - (a[1] - a[0]))[0];
    if (!next) {
      // Legs that touch lower down part again further up.
      if (found) break;
      continue;
    }
    edge = next;
    found = { from_y: y, edges: [next, ...(found?.edges ?? [])] };
  }
  return found && found.edges.length > 0.15 * (end_y - waist_y) ? found : undefined;
}

interface SideSearch {
  way: 1 | -1;
  axis_x: number;
  waist_y: number;
  crotch_y: number;
  split: Split | undefined;
  scale: number;
}

function readSide(rows: readonly Row[], { way, axis_x, waist_y, crotch_y, split, scale }: SideSearch): LowerSide {
  /** Where this leg ends towards the other one. */
  const innerAt = (y: number): number => {
    if (y < crotch_y || !split) return axis_x;
    const edge = split.edges[Math.min(split.edges.length - 1, y - split.from_y)]!;
    return way === 1 ? edge[1] : edge[0];
  };
  const outerAt = (y: number): number => (way === 1 ? rows[y]!.last + 1 : rows[y]!.first);
  const isLeg = (y: number): boolean => rows[y]!.last >= rows[y]!.first && (outerAt(y) - innerAt(y)) * way > 1;
  const hem_y = rows.findLastIndex((_, y) => y > waist_y && isLeg(y));
  const [outer, inner]: [Point[], Point[]] = [[], []];
  for (let step = 0; step <= row_count; step++) {
    const exact = waist_y + ((hem_y - waist_y) * step) / row_count;
    const y = Math.max(waist_y, Math.min(hem_y, Math.round(exact)));
    outer.push({ x: outerAt(y) * scale, y: exact * scale });
    inner.push({ x: innerAt(y) * scale, y: exact * scale });
  }
  return { hem_y: hem_y * scale, outer, inner };
}
