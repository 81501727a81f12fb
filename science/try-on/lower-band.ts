import type { Picture } from '../imaging/picture.ts';
import type { BareBody } from './bare-body.ts';
import type { PersonParts } from './parse-person.ts';

/** How high above the hip joints a band lies that something hangs over, in torso lengths. */
const usual_band = 0.2;
/** A band is as wide as a body in the middle: how far from it, in widths between the shoulders, cloth is looked for. */
const reach = 0.5;

/** The row in which the band of what is worn below lies: seen, or as usual where what is worn above hangs over it. */
export const bandOf = ({ is_waist_seen, waist_y, frame }: Pick<PersonParts, 'is_waist_seen' | 'waist_y' | 'frame'>): number => {
  const usual = frame.hips.y - usual_band * frame.length;
  return is_waist_seen ? Math.min(waist_y, usual) : usual;
};

/**
 * Draws what is worn below up to its band, where a longer top hid it: the cloth under the old hem, mirrored. Nobody's trousers begin
 * where a T-shirt happened to end. Changes the body's colours.
 */
export function raiseBand({ color, opacity }: BareBody, { width, height, data }: Picture, parts: PersonParts): void {
  const { frame, waist_y, below, left_arm, right_arm } = parts;
  const band = Math.round(bandOf(parts));
  const half = Math.min(below.hip_half, reach * frame.width);
  for (let y = Math.max(0, band); y < Math.min(height, waist_y + 4); y++) {
    // A few rows under the hem lie in its shade.
    const from = Math.min(height - 1, 2 * waist_y - y + 10);
    const middle = Math.round(frame.hips.x);
    const cloth = clothIn(below.lower, from * width, { middle, most: Math.round(reach * frame.width), width });
    if (!cloth) continue;
    const shade = y < band + 2 ? 0.82 : 1;
    // From as wide as the body at the band to as wide as the cloth under the old hem.
    const share = Math.max(0, Math.min(1, (y - band) / (waist_y - band || 1)));
    const edge = (body: number, seen: number): number => Math.round(body + (seen - body) * share);
    const [first, last] = [edge(middle - half, cloth[0]), edge(middle + half, cloth[1])];
    for (let x = Math.max(0, first); x < Math.min(width, last); x++) {
      const i = y * width + x;
      if (Math.min(left_arm[i]!, right_arm[i]!) < 0.75) continue;
      // Also below where a bare body ends.
      opacity[i] = 1;
      const source =
        from * width + nearestCloth(below.lower, from * width, { x: Math.max(cloth[0], Math.min(cloth[1], x)), towards: middle });
      for (let c = 0; c < 3; c++) color[i * 3 + c] = data[source * 3 + c]! * shade;
    }
  }
}

/** A hand before the cloth is none: the next column towards the middle, or beyond it, that shows cloth. */
function nearestCloth(lower: Uint8Array, row: number, { x, towards }: { x: number; towards: number }): number {
  const way = x < towards ? 1 : -1;
  const isBroad = (at: number): boolean => [-6, -3, 0, 3, 6].every((off) => lower[row + at + off]);
  for (let off = 0; off <= 2 * Math.abs(towards - x); off++) if (isBroad(x + way * off)) return x + way * off;
  return x;
}

/** First and last column of the cloth round the middle of a row; undefined where there is none. */
function clothIn(
  lower: Uint8Array,
  row: number,
  { middle, most, width }: { middle: number; most: number; width: number },
): [number, number] | undefined {
  let [first, last] = [-1, -1];
  for (let x = Math.max(0, middle - most); x <= Math.min(width - 1, middle + most); x++) {
    if (!lower[row + x]) continue;
    if (first < 0) first = x;
    last = x;
  }
  return first < 0 ? undefined : [Math.min(last, first + 2), Math.max(first, last - 2)];
}
