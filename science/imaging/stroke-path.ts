import type { Polyline } from './flatten-path.ts';
import { addPolygon, makeAreas, settleAreas, type Areas } from './fill-path.ts';
import { boxAround, intersectBoxes, type Box, type Raster } from './raster.ts';

export interface Stroke {
  /** px, at least .1 */
  width: number;
  /** How an open line ends; `butt` is cut off square at its end. */
  cap?: 'butt' | 'round';
  /** How a corner is filled; `bevel` is cut straight. */
  join?: 'round' | 'bevel';
  /** Lengths of dash and gap in px, in turns; empty is one whole line. */
  dash?: readonly number[];
}

/** A corner that turns less than this is filled by one triangle: a rounder one could not be told from it. */
const small_turn = 0.35;
/** Radians between the corners of a round join or cap: .1 px off at 10 px of half width. */
const fan_step = 0.28;

/**
 * Rasterises a line of some width as coverage 0 to 1, over its own box within `bounds`.
 * Each piece is a rectangle, each corner a fan; all turn the same way, so that the filler sees their union.
 * At pixels where the edges of two of them cross, coverage may be up to a quarter too high. O(pieces * width + pixels).
 */
export function strokePath(lines: readonly Polyline[], stroke: Stroke, bounds: Box): Raster {
  const half = stroke.width / 2;
  const box = intersectBoxes(
    boxAround(
      lines.map(({ points }) => points),
      half + 1,
    ),
    bounds,
  );
  const area = makeAreas(box);
  for (const line of lines) for (const part of dashesOf(line, stroke.dash ?? [])) strokeLine(area, part, { half, ...stroke });
  return settleAreas(area, 'nonzero');
}

function strokeLine(area: Areas, { points: given, is_closed }: Polyline, stroke: Stroke & { half: number }): void {
  const points = withoutRepeats(is_closed ? [...given, given[0]!, given[1]!] : given);
  const pieces = points.length / 2 - 1;
  if (pieces < 1) return;
  const angles = Array.from({ length: pieces }, (_, i) =>
    Math.atan2(points[2 * i + 3]! - points[2 * i + 1]!, points[2 * i + 2]! - points[2 * i]!),
  );
  const { half, cap = 'butt', join = 'round' } = stroke;
  for (let i = 0; i < pieces; i += 1) {
    addPiece(area, points.slice(2 * i, 2 * i + 4), { angle: angles[i]!, half });
    const next = angles[i + 1] ?? (is_closed ? angles[0] : undefined);
    if (next !== undefined) addJoin(area, [points[2 * i + 2]!, points[2 * i + 3]!], { from: angles[i]!, to: next, half, join });
  }
  if (is_closed || cap === 'butt') return;
  addFan(area, [points[0]!, points[1]!], { from: angles[0]! + Math.PI / 2, turn: Math.PI, half });
  addFan(area, [points[2 * pieces]!, points[2 * pieces + 1]!], { from: angles[pieces - 1]! - Math.PI / 2, turn: Math.PI, half });
}

function addPiece(area: Areas, [x0, y0, x1, y1]: readonly number[], { angle, half }: { angle: number; half: number }): void {
  const [nx, ny] = [-Math.sin(angle) * half, Math.cos(angle) * half];
  addPolygon(area, [x0! - nx, y0! - ny, x1! - nx, y1! - ny, x1! + nx, y1! + ny, x0! + nx, y0! + ny], 1);
}

interface Join {
  from: number;
  to: number;
  half: number;
  join: 'round' | 'bevel';
}

function addJoin(area: Areas, at: readonly [number, number], { from, to, half, join }: Join): void {
  const turn = Math.atan2(Math.sin(to - from), Math.cos(to - from));
  if (Math.abs(turn) < 1e-4) return;
  // The gap is on the outer side of the bend.
  const side = turn > 0 ? -Math.PI / 2 : Math.PI / 2;
  addFan(area, at, { from: from + side, turn, half, is_flat: join === 'bevel' });
}

function addFan(
  area: Areas,
  [x, y]: readonly [number, number],
  { from, turn, half, is_flat = false }: { from: number; turn: number; half: number; is_flat?: boolean },
): void {
  const steps = is_flat || Math.abs(turn) < small_turn ? 1 : Math.ceil(Math.abs(turn) / fan_step);
  const points = [x, y];
  for (let i = 0; i <= steps; i += 1) {
    const angle = from + (turn * i) / steps;
    points.push(x + Math.cos(angle) * half, y + Math.sin(angle) * half);
  }
  addPolygon(area, points, Math.sign(turn));
}

function withoutRepeats(points: readonly number[]): number[] {
  const kept = [points[0]!, points[1]!];
  for (let i = 2; i < points.length; i += 2) {
    if (Math.hypot(points[i]! - kept.at(-2)!, points[i + 1]! - kept.at(-1)!) > 1e-6) kept.push(points[i]!, points[i + 1]!);
  }
  return kept;
}

/** Cuts a line into its dashes, by length along it; the first dash begins at its start. */
function dashesOf({ points: given, is_closed }: Polyline, dash: readonly number[]): Polyline[] {
  if (dash.length === 0 || dash.some((length) => length <= 0)) return [{ points: given, is_closed }];
  const points = is_closed ? [...given, given[0]!, given[1]!] : given;
  const parts: number[][] = [[points[0]!, points[1]!]];
  let [turn, left] = [0, dash[0]!];
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [x0, y0, x1, y1] = points.slice(i, i + 4) as [number, number, number, number];
    const length = Math.hypot(x1 - x0, y1 - y0);
    let done = 0;
    while (length - done > left) {
      done += left;
      const cut = [x0 + ((x1 - x0) * done) / length, y0 + ((y1 - y0) * done) / length];
      if (turn % 2 === 0) parts.at(-1)!.push(...cut);
      turn += 1;
      left = dash[turn % dash.length]!;
      if (turn % 2 === 0) parts.push(cut);
    }
    left -= length - done;
    if (turn % 2 === 0) parts.at(-1)!.push(x1, y1);
  }
  return parts.map((part) => ({ points: part, is_closed: false }));
}
