import type { AdviceDimension } from '#contract/fit.ts';
import { shortSize } from './short-size.ts';

/** The track shows from z = -2.75 to 2.45, in half-widths of the good zone around its centre (design/README, seam gauge). */
const z_left = -2.75;
const z_right = 2.45;
/** A zone of no width would throw everything off the track; 0.5 cm is what a tape reads. */
const half_min_cm = 0.5;
/** A shorter bar reads as a speck; then the arrow says that the body lies to the left. */
const bar_min_px = 8;

export type Rank = 'chosen' | 'compared' | 'other';
/** px; the letters at the head, and twice the marks' half-width and height. */
export const font_px = { chosen: 34, compared: 24, other: 19 } as const;

export interface GaugeRow {
  name: AdviceDimension['name'];
  top: number;
  middle: number;
  lane: [number, number];
  ticks: number[];
  body: { x: number; is_off: boolean; is_estimated: boolean } | null;
}
export interface GaugeSeam {
  size: string;
  rank: Rank;
  is_basted: boolean;
  path: string;
  marks: { x: number; y: number }[];
}
export interface GaugeLetter {
  size: string;
  rank: Rank;
  x: number;
  font_px: number;
  anchor: 'start' | 'middle' | 'end';
  off: 'left' | 'right' | null;
}
export interface Gauge {
  width: number;
  height: number;
  unit: number;
  rows: GaugeRow[];
  seams: GaugeSeam[];
  letters: GaugeLetter[];
}

interface Input {
  dimensions: AdviceDimension[];
  /** Smallest first. */
  sizes: string[];
  chosen: string;
  compared: string | null;
  width: number;
  row_height: number;
  head: number;
  foot: number;
}

/** z of a garment measure: -1 and +1 are the edges of the good zone. */
export function zOf(
  {
    zone: {
      good: [low, high],
    },
  }: Pick<AdviceDimension, 'zone'>,
  cm: number,
): number {
  return (cm - (low + high) / 2) / Math.max((high - low) / 2, half_min_cm);
}

/** Lays out the seam gauge: where lanes, bodies, seams and letters stand, in px. Pure. */
export function layGauge(input: Input): Gauge {
  const { dimensions, width, head, foot, row_height } = input;
  const unit = width / (z_right - z_left);
  const xOf = (z: number) => (z - z_left) * unit;
  const height = head + row_height * dimensions.length + foot;
  const rows = dimensions.map((dimension, index) => layRow(dimension, { xOf, width, top: head + row_height * index, row_height }));
  const letters = layLetters(input, xOf);
  const shown = new Set(letters.map((letter) => letter.size));
  const seams = input.sizes.filter((size) => shown.has(size)).map((size) => laySeam(size, { input, rows, xOf, height }));
  // The chosen seam is drawn last, so that it lies on top.
  const depth = { other: 0, compared: 1, chosen: 2 };
  return { width, height, unit, rows, letters, seams: seams.toSorted((a, b) => depth[a.rank] - depth[b.rank]) };
}

interface RowPlace {
  xOf: (z: number) => number;
  width: number;
  top: number;
  row_height: number;
}

function layRow(dimension: AdviceDimension, { xOf, width, top, row_height }: RowPlace): GaugeRow {
  const [low, high] = dimension.zone.good;
  const half = Math.max((high - low) / 2, half_min_cm);
  const centre = (low + high) / 2;
  const step = half > 2.5 ? 2 : 1;
  const ticks: number[] = [];
  for (let cm = Math.ceil((centre + z_left * half) / step) * step; cm <= centre + z_right * half; cm += step) {
    const x = xOf(zOf(dimension, cm));
    if (x > 1 && x < width - 1) ticks.push(x);
  }
  return { name: dimension.name, top, middle: top + row_height / 2, lane: [xOf(-1), xOf(1)], ticks, body: layBody(dimension, xOf, width) };
}

function layBody(dimension: AdviceDimension, xOf: (z: number) => number, width: number): GaugeRow['body'] {
  if (dimension.body_cm === undefined) return null;
  const z = zOf(dimension, dimension.body_cm);
  const x = xOf(z);
  return { x: Math.min(width, Math.max(0, x)), is_off: x < bar_min_px, is_estimated: dimension.body_basis === 'estimated' };
}

function rankOf(size: string, { chosen, compared }: Input): Rank {
  return size === chosen ? 'chosen' : size === compared ? 'compared' : 'other';
}

/** Letters stand over the first row. The chosen and the compared always stay; of the others, those with room. */
function layLetters(input: Input, xOf: (z: number) => number): GaugeLetter[] {
  const { dimensions, sizes, width } = input;
  const placed: (GaugeLetter & { from: number; to: number })[] = [];
  const ordered = [...sizes].sort((a, b) => Number(rankOf(a, input) === 'other') - Number(rankOf(b, input) === 'other'));
  for (const size of ordered) {
    const rank = rankOf(size, input);
    const at = dimensions.find((dimension) => dimension.sizes[size]);
    if (!at) continue;
    const raw = xOf(zOf(at, at.sizes[size]!.garment_cm));
    const off = raw < 4 ? 'left' : raw > width - 4 ? 'right' : null;
    if (off && rank === 'other') continue;
    const x = Math.min(width, Math.max(0, raw));
    // Long labels (32 Tall) shrink, so that they keep to about the room of two letters.
    const length = shortSize(size).length;
    const font = Math.max(13, Math.min(font_px[rank], (font_px[rank] * 3) / length));
    const anchor = off === 'left' ? 'start' : off === 'right' ? 'end' : 'middle';
    const reach = Math.max(24, font * 0.62 * (length + (off ? 2 : 0)) + 8);
    const from = anchor === 'start' ? x : anchor === 'end' ? x - reach : x - reach / 2;
    const letter = { size, rank, x, font_px: font, anchor, off, from, to: from + reach } as const;
    const overlaps = placed.some((other) => letter.from < other.to && other.from < letter.to);
    if (!overlaps || rank === 'chosen') placed.push(letter);
  }
  const bySize = (a: GaugeLetter, b: GaugeLetter) => sizes.indexOf(a.size) - sizes.indexOf(b.size);
  return placed.map(({ from: _from, to: _to, ...letter }) => letter).sort(bySize);
}

interface SeamPlace {
  input: Input;
  rows: GaugeRow[];
  xOf: (z: number) => number;
  height: number;
}

/** A seam runs through its size's place on every row: cubic, with vertical tangents, 8 px beyond the lane. */
function laySeam(size: string, { input, rows, xOf, height }: SeamPlace): GaugeSeam {
  const points = input.dimensions.flatMap((dimension, index) => {
    const at = dimension.sizes[size];
    if (!at) return [];
    const z = Math.max(z_left - 1, Math.min(z_right + 1, zOf(dimension, at.garment_cm)));
    return [{ x: xOf(z), y: rows[index]!.middle }];
  });
  const first = points[0]!;
  let path = `M${px(first.x)} ${input.head - 8}L${px(first.x)} ${px(first.y)}`;
  for (const [index, to] of points.slice(1).entries()) {
    const from = points[index]!;
    const half = px((from.y + to.y) / 2);
    path += `C${px(from.x)} ${half} ${px(to.x)} ${half} ${px(to.x)} ${px(to.y)}`;
  }
  path += `L${px(points.at(-1)!.x)} ${height - input.foot + 8}`;
  const marks = points.filter(({ x }) => x > -6 && x < input.width + 6);
  // One guess anywhere makes the whole seam a guess: a line that is half solid would claim too much.
  const is_basted = input.dimensions.some((dimension) => dimension.garment_basis === 'chart');
  return { size, rank: rankOf(size, input), is_basted, path, marks };
}

const px = (value: number) => Math.round(value * 10) / 10;
