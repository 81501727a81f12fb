import type { Size } from '../imaging/picture.ts';
import type { BodyFrame } from './body-frame.ts';
import { type ShoulderLine, usualLine } from './hang-top.ts';

/** How far above and below the usual line shoulders are looked for, in widths between them. */
const [highest, lowest] = [0.16, 0.16];

/** Reads the line of the shoulders off the outline, each side by itself; hair, straps and what is no person are told by how far off the usual they are. */
export function readShoulderLine(
  { is_person, hidden }: Record<'is_person' | 'hidden', Uint8Array>,
  { width, height }: Size,
  { left, right, shoulders, width: across_px }: BodyFrame,
): ShoulderLine {
  const across = { x: (right.shoulder.x - left.shoulder.x) / across_px, y: (right.shoulder.y - left.shoulder.y) / across_px };
  /** How much higher than usual the outline lies; undefined where it is not found. */
  const offAt = (out: number): number | undefined => {
    const [x, level] = [Math.round(shoulders.x + across.x * out * across_px), shoulders.y + across.y * out * across_px];
    if (x < 0 || x >= width) return undefined;
    const isPerson = (high: number): boolean => {
      const y = Math.round(level - high * across_px);
      return y >= 0 && y < height && is_person[y * width + x] === 1;
    };
    const usual = usualLine(out);
    if (isPerson(usual + highest)) return undefined;
    for (let high = usual + highest; high > usual - lowest; high -= 0.01) {
      if (!isPerson(high)) continue;
      const i = Math.round(level - high * across_px) * width + x;
      return hidden[i] ? undefined : high - usual;
    }
    return undefined;
  };
  const [of_left, of_right] = [-1, 1].map((way) => {
    const seen = [0.3, 0.34, 0.38, 0.42, 0.46, 0.5].map((out) => offAt(way * out)).filter((one) => one !== undefined);
    return seen.length < 2 ? undefined : seen.toSorted((a, b) => a - b)[seen.length >> 1]!;
  });
  const [at_left, at_right] = [of_left ?? of_right ?? 0, of_right ?? of_left ?? 0];
  return (out) => {
    const share = Math.max(0, Math.min(1, out / 0.6 + 0.5));
    return usualLine(out) + at_left + (at_right - at_left) * share;
  };
}
