import type { Repeats } from './cloth-repeats.ts';

/** What repeats in one direction across a cloth. */
export interface LineRepeats {
  /** Radians, 0 along x; the direction along which lines run. */
  angle: number;
  /** Mean likeness along the lines, -1..1: near 1 when they are straight and long. */
  along: number;
  /** How far likeness rises again after it fell, going across: 0 without repetition, up to 2 for even stripes. */
  across: number;
  /** px from line to line; 0 when nothing repeats. */
  period: number;
}

/** Each 7.5°: likeness along a line that is off by half of that stays high for ten line widths. */
const angles = 24;
/** px: nearer, everything is like itself. */
const near = 3;

/** Measures each direction. */
export function measureLines(repeats: Repeats): LineRepeats[] {
  return Array.from({ length: angles }, (_, k) => {
    const angle = (Math.PI * k) / angles;
    const [x, y] = [Math.cos(angle), Math.sin(angle)];
    let sum = 0;
    const far = Math.floor(repeats.reach * 0.6);
    for (let t = near; t <= far; t++) sum += repeats.at(t * x, t * y);
    return { angle, along: sum / (far - near + 1), ...riseAcross(repeats, -y, x) };
  });
}

/** The largest rise after the deepest fall so far, going in the direction (x, y). */
function riseAcross(repeats: Repeats, x: number, y: number): { across: number; period: number } {
  let [lowest, across, period] = [1, 0, 0];
  for (let t = 1; t <= repeats.reach; t++) {
    const value = repeats.at(t * x, t * y);
    lowest = Math.min(lowest, value);
    if (value - lowest > across) [across, period] = [value - lowest, t];
  }
  return { across, period };
}
