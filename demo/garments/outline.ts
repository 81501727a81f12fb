import { seededRandom } from '#science/numerics/seeded-random.ts';
import type { Fold } from '../cloth/layer.ts';

export type Point = readonly [number, number];
/** A straight piece to a point, a quadratic or a cubic curve: control points first, then where it ends. */
export type Piece = readonly [Point] | readonly [Point, Point] | readonly [Point, Point, Point];

/** Writes an open path from a point through pieces. */
export function trace(start: Point, pieces: readonly Piece[]): string {
  const letters = ['L', 'Q', 'C'];
  return `M${write(start)}${pieces.map((piece) => letters[piece.length - 1]! + piece.map(write).join(' ')).join('')}`;
}

/** Writes a closed path whose left half mirrors the right one; `pieces` run down the right half from the centre line. */
export function symmetric(start: Point, pieces: readonly Piece[]): string {
  const ends = [start, ...pieces.map((piece) => piece.at(-1)!)];
  const back = pieces.map((piece, i): Piece => {
    const turned = [...piece.slice(0, -1).reverse(), ends[i]!].map(([x, y]): Point => [-x, y]);
    return turned as unknown as Piece;
  });
  const [x, y] = ends.at(-1)!;
  return `${trace(start, pieces)}L${write([-x, y])}${trace([0, 0], back.reverse()).replace(/^M0 0/, '')}Z`;
}

/** Mirrors path data at the centre line. */
export function mirrorPath(d: string): string {
  return d.replaceAll(/(-?\d+(?:\.\d+)?)([ ,]+)(-?\d+(?:\.\d+)?)/g, (_, x: string, gap: string, y: string) => `${-Number(x)}${gap}${y}`);
}

/** Writes an open line from the right to its mirror image on the left; `pieces` end on the centre line. */
export function symmetricLine(start: Point, pieces: readonly Piece[]): string {
  const ends = [start, ...pieces.map((piece) => piece.at(-1)!)];
  const back = pieces.map((piece, i) => [...piece.slice(0, -1).reverse(), ends[i]!].map(([x, y]): Point => [-x, y]) as unknown as Piece);
  return trace(start, [...pieces, ...back.reverse()]);
}

/** A fold through points written as in path data, `x y, x y, x y`. */
export function fold(points: string, width: number, height: number): Fold {
  const pairs = points.split(', ').map((pair) => pair.split(' ').map(Number) as [number, number]);
  return { points: pairs, width, height };
}

/** Mirrors folds, each a little off: nothing that was handled is symmetric. */
export function mirrorFolds(folds: readonly Fold[], seed: number): Fold[] {
  return unsettle(folds, seed).map((one) => ({ ...one, points: one.points.map(([x, y]): Point => [-x, y]) }));
}

/** Gives folds and their mirror images. */
export const bothSides = (folds: readonly Fold[], seed: number): Fold[] => [...folds, ...mirrorFolds(folds, seed)];

/** Moves folds by up to 8 units and changes their height by up to a third. */
export function unsettle(folds: readonly Fold[], seed: number): Fold[] {
  const draw = seededRandom(seed);
  return folds.map((one) => {
    const [dx, dy] = [(draw() - 0.5) * 16, (draw() - 0.5) * 16];
    return { ...one, height: one.height * (0.7 + 0.6 * draw()), points: one.points.map(([x, y]): Point => [x + dx, y + dy]) };
  });
}

const write = ([x, y]: Point): string => `${round(x)} ${round(y)}`;
const round = (value: number): number => Math.round(value * 10) / 10;
