import type { ColorPlanes } from './color-planes.ts';

export interface Growth {
  /** No step may change the colour by more than this, in the planes' units. */
  step_max: number;
  /** Nothing may differ more than this from the colour it grew from. */
  stray_max: number;
  /** How far a mark grows, px. */
  reach: number;
}

/**
 * Grows marks over what looks like them and touches them: [height x width], the sign of the mark that came first, 0 where none
 * came. Breadth first from all marks at once, four neighbours, so that of two marks the nearer one gets a place. O(pixels).
 */
export function growMarks(planes: ColorPlanes, marks: Int8Array, { step_max, stray_max, reach }: Growth): Int8Array {
  const { width, height, lightness, a, b } = planes;
  const grown = Int8Array.from(marks, Math.sign);
  const origin = Int32Array.from(marks, (_, i) => i);
  const steps = new Uint16Array(marks.length);
  const isNear = (i: number, j: number, most: number): boolean =>
    (lightness[i]! - lightness[j]!) ** 2 + (a[i]! - a[j]!) ** 2 + (b[i]! - b[j]!) ** 2 <= most * most;
  const queue = new Int32Array(marks.length);
  let [head, tail] = [0, 0];
  for (let i = 0; i < marks.length; i++) if (grown[i] !== 0) queue[tail++] = i;
  const visit = (from: number, to: number): void => {
    if (grown[to] !== 0 || !isNear(from, to, step_max) || !isNear(origin[from]!, to, stray_max)) return;
    grown[to] = grown[from]!;
    origin[to] = origin[from]!;
    steps[to] = steps[from]! + 1;
    queue[tail++] = to;
  };
  while (head < tail) {
    const i = queue[head++]!;
    if (steps[i]! >= reach) continue;
    const x = i % width;
    if (x > 0) visit(i, i - 1);
    if (x + 1 < width) visit(i, i + 1);
    if (i >= width) visit(i, i - width);
    if (i + width < width * height) visit(i, i + width);
  }
  return grown;
}
