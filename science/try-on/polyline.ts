import type { Point } from '../imaging/trace-outline.ts';
import { between, distance } from './body-frame.ts';

export const lengthOf = (points: readonly Point[]): number =>
  points.reduce((sum, point, index) => (index === 0 ? 0 : sum + distance(points[index - 1]!, point)), 0);

/** The place at `length` px along a line; before its beginning and beyond its end the line goes straight on. */
export function alongLine(points: readonly Point[], length: number): Point {
  let left = length;
  for (let index = 1; index < points.length; index++) {
    const [from, to] = [points[index - 1]!, points[index]!];
    const span = distance(from, to);
    if (left <= span || index === points.length - 1) return between(from, to, span > 0 ? left / span : 0);
    left -= span;
  }
  return points[0]!;
}

/** The place at a share 0..1 of a line's length. */
export const atShare = (points: readonly Point[], share: number): Point => alongLine(points, share * lengthOf(points));
