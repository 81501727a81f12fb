import type { Path } from './path.ts';

/** Corners of a line, as x, y, x, y, … in pixels. A closed one does not repeat its first corner. */
export interface Polyline {
  points: number[];
  is_closed: boolean;
}

/**
 * Turns a path into straight pieces in pixel space: x * scale + left, y * scale + top.
 * A curve gets one piece per 3 px of its control polygon, 4 to 64: the chord then errs by less than .1 px on curves
 * that bend no more than a quarter of a circle per 12 px. O(pieces).
 */
export function flattenPath(path: Path, { scale = 1, left = 0, top = 0 } = {}): Polyline[] {
  const lines: Polyline[] = [];
  let line: Polyline | undefined;
  const add = (x: number, y: number): void => void line?.points.push(x * scale + left, y * scale + top);
  let [x, y] = [0, 0];
  let start: readonly [number, number] = [0, 0];
  for (const step of path) {
    if (step.kind === 'close') {
      if (line) line.is_closed = true;
      line = undefined;
      [x, y] = start;
      continue;
    }
    if (step.kind === 'move' || !line) {
      line = { points: [], is_closed: false };
      lines.push(line);
      if (step.kind === 'move') start = step.to;
      else add(x, y);
    }
    if (step.kind === 'cubic') addCurve(add, [x, y, ...step.first, ...step.second, ...step.to], scale);
    else add(...step.to);
    [x, y] = step.to;
  }
  return lines;
}

function addCurve(add: (x: number, y: number) => void, c: readonly number[], scale: number): void {
  const [x0, y0, x1, y1, x2, y2, x3, y3] = c as [number, number, number, number, number, number, number, number];
  const reach = Math.hypot(x1 - x0, y1 - y0) + Math.hypot(x2 - x1, y2 - y1) + Math.hypot(x3 - x2, y3 - y2);
  const pieces = Math.min(64, Math.max(4, Math.ceil((reach * scale) / 3)));
  for (let i = 1; i <= pieces; i += 1) {
    const t = i / pieces;
    const u = 1 - t;
    const [a, b, d, e] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    add(a * x0 + b * x1 + d * x2 + e * x3, a * y0 + b * y1 + d * y2 + e * y3);
  }
}
