import type { Picture } from '../imaging/picture.ts';
import { type BareLimb, eachOfLimb } from './bare-limb.ts';

/** How skin looks in a photo: its colour, how light falls round a limb, its grain. */
export interface SkinLook {
  /** sRGB 0..255 of skin in middling light. */
  tone: readonly [number, number, number];
  /** How much darker a limb is at its edge than in its middle, and how much lighter at its right than at its left: shares of its lightness. */
  round: number;
  right: number;
  /** Standard deviation of what is finer than shade, 0..255. */
  grain: number;
}

/** Light round limbs: within these, what is measured is light, and no tattoo nor shadow of a sleeve. */
const [flattest, roundest, most_aside] = [0.26, 0.5, 0.3];
const usual_round = 0.3;
/** px of skin from which something can be read off it. */
const enough = 400;

/** The mean depth of a round limb, seen from the front. */
const mean_depth = Math.PI / 4;

/** How light falls on a limb at `off` of its half width: about 1 in the mean. */
export function lightAt({ round, right }: Pick<SkinLook, 'round' | 'right'>, off: number): number {
  const within = Math.max(-1, Math.min(1, off));
  return 1 + round * (Math.sqrt(1 - within * within) - mean_depth) + right * within * 0.5;
}

/** The colour of skin in more or less light: shade is redder. Writes three numbers. */
export function shadeOf([red, green, blue]: SkinLook['tone'], light: number, out: Float32Array, at: number): void {
  out[at] = red * light ** 0.85;
  out[at + 1] = green * light;
  out[at + 2] = blue * light ** 1.08;
}

/** How light an RGB pixel is, 0..255. */
export const lumaAt = (data: Picture['data'], i: number): number => 0.3 * data[i * 3]! + 0.59 * data[i * 3 + 1]! + 0.11 * data[i * 3 + 2]!;

/** Reads the look of somebody's skin off what of it shows on the body: `sure` is 1 there. undefined where nothing shows. O(px of skin). */
export function readSkin(picture: Picture, sure: Uint8Array, limbs: readonly BareLimb[]): SkinLook | undefined {
  const tone = toneOf(picture, (visit) => sure.forEach((one, i) => one && visit(i)));
  if (!tone) return undefined;
  // Two unknowns: lightness = mean (1 + round · depth + right · off / 2), by least squares.
  let [dd, dr, rr, dl, rl, count] = [0, 0, 0, 0, 0, 0];
  for (const limb of limbs) {
    const own = toneOf(picture, (visit) => eachOfLimb(limb, (i, off) => sure[i] && Math.abs(off) < 1 && visit(i)));
    if (!own) continue;
    const mean = 0.3 * own[0] + 0.59 * own[1] + 0.11 * own[2];
    eachOfLimb(limb, (i, off) => {
      if (!sure[i] || Math.abs(off) >= 1) return;
      const [depth, aside, light] = [Math.sqrt(1 - off * off) - mean_depth, off * 0.5, lumaAt(picture.data, i) / mean - 1];
      dd += depth * depth;
      dr += depth * aside;
      rr += aside * aside;
      dl += depth * light;
      rl += aside * light;
      count++;
    });
  }
  const det = dd * rr - dr * dr;
  const is_told = count > enough && det > 0;
  return {
    tone,
    round: is_told ? Math.max(flattest, Math.min(roundest, (dl * rr - rl * dr) / det)) : usual_round,
    right: is_told ? Math.max(-most_aside, Math.min(most_aside, (rl * dd - dl * dr) / det)) : 0,
    grain: grainOf(picture, sure),
  };
}

/** The mean of skin between its lights and its shades: from the 35th to the 75th of 100. undefined where little shows. */
export function toneOf({ data }: Picture, each: (visit: (index: number) => void) => void): [number, number, number] | undefined {
  const counts = new Uint32Array(256);
  const sums = new Float64Array(256 * 3);
  let all = 0;
  each((i) => {
    const luma = Math.round(lumaAt(data, i));
    counts[luma]!++;
    for (let c = 0; c < 3; c++) sums[luma * 3 + c]! += data[i * 3 + c]!;
    all++;
  });
  if (all < enough / 4) return undefined;
  const tone: [number, number, number] = [0, 0, 0];
  for (let luma = 0, below = 0, used = 0; luma < 256; below += counts[luma]!, luma++) {
    if (counts[luma] === 0 || below + counts[luma]! < 0.35 * all || below > 0.75 * all) continue;
    const total = used + counts[luma]!;
    for (let c = 0; c < 3; c++) tone[c] = (tone[c]! * used + sums[luma * 3 + c]!) / total;
    used = total;
  }
  return tone;
}

/** How strongly skin differs from skin around it, without moles and edges: by the median of what pixels differ from four others. */
function grainOf({ width, data }: Picture, sure: Uint8Array): number {
  const off: number[] = [];
  const step = 2;
  for (let i = step * width; i < sure.length - step * width; i += 5) {
    if (!sure[i] || !sure[i - step] || !sure[i + step] || !sure[i - step * width] || !sure[i + step * width]) continue;
    const around = [i - step, i + step, i - step * width, i + step * width].reduce((sum, one) => sum + lumaAt(data, one), 0) / 4;
    off.push(Math.abs(lumaAt(data, i) - around));
  }
  // The mean of four varies too: by a quarter.
  return (1.48 / Math.sqrt(1.25)) * (off.toSorted((a, b) => a - b)[off.length >> 1] ?? 0);
}
