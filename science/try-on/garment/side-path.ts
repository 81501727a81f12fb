import type { Point } from '#science/imaging/trace-outline.ts';

/** One side of a garment's outline, from the middle of its top to the middle of its hem; `out` is px away from the garment's axis. */
export interface SidePath {
  /** Which way is out: 1 on the right of the picture, -1 on the left. */
  way: 1 | -1;
  axis_x: number;
  out: Float32Array;
  down: Float32Array;
}

/** Parts an outline (clockwise from its top) at an axis into its two sides, evenly spaced by `step` px. */
export function partSides(outline: readonly Point[], axis_x: number, step = 1): { left: SidePath; right: SidePath } {
  const top = crossingAt(outline, axis_x, (a, b) => a < b);
  const bottom = crossingAt(outline, axis_x, (a, b) => a > b);
  const clockwise = [...outline.slice(top), ...outline.slice(0, top)];
  const turn = (bottom - top + outline.length) % outline.length;
  const pathOf = (points: readonly Point[], way: 1 | -1): SidePath => {
    const even = spaceEvenly(points, step);
    return { way, axis_x, out: Float32Array.from(even, ({ x }) => (x - axis_x) * way), down: Float32Array.from(even, ({ y }) => y) };
  };
  return { right: pathOf(clockwise.slice(0, turn + 1), 1), left: pathOf([clockwise[0]!, ...clockwise.slice(turn).toReversed()], -1) };
}

export const pointAt = ({ way, axis_x, out, down }: SidePath, index: number): Point => ({
  x: axis_x + out[index]! * way,
  y: down[index]!,
});

/** Where the outline crosses the axis: highest or lowest, by what counts as better. */
function crossingAt(outline: readonly Point[], axis_x: number, isBetter: (a: number, b: number) => boolean): number {
  let found = 0;
  let best: number | undefined;
  for (const [index, { x, y }] of outline.entries()) {
    if (Math.abs(x - axis_x) > 1 || (best !== undefined && !isBetter(y, best))) continue;
    best = y;
    found = index;
  }
  return found;
}

/** Points every `step` px along a line, smoothed over three. */
export function spaceEvenly(points: readonly Point[], step: number): Point[] {
  const smooth = points.map(({ x, y }, index) => {
    const before = points[index - 1] ?? { x, y };
    const after = points[index + 1] ?? { x, y };
    return { x: (before.x + 2 * x + after.x) / 4, y: (before.y + 2 * y + after.y) / 4 };
  });
  const even: Point[] = smooth.slice(0, 1);
  let left = step;
  for (let index = 1; index < smooth.length; index++) {
    const [from, to] = [smooth[index - 1]!, smooth[index]!];
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    for (; left <= length; left += step) {
      const share = length > 0 ? left / length : 0;
      even.push({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share });
    }
    left -= length;
  }
  return even;
}
