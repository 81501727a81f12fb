import type { ColorPlanes } from '../imaging/color-planes.ts';
import type { Size } from '../imaging/picture.ts';
import { openMask } from '../imaging/reshape-mask.ts';
import { between, type BodyFrame } from './body-frame.ts';
import { medianColor } from './median-color.ts';

interface ClothSearch {
  frame: BodyFrame;
  is_person: Uint8Array;
}

/** Nobody shows bare hips: cloth of the colour of skin is cloth, down to where one can see between the legs. */
export function withoutCloth(skin: Uint8Array, { frame, is_person }: ClothSearch, { width, height }: Size): Uint8Array {
  const { hips, length, left, right } = frame;
  const half = 0.3 * frame.width;
  const shareAt = (y: number, middle: number, reach: number): number => {
    let [all, bare] = [0, 0];
    for (let x = Math.max(0, Math.round(middle - reach)); x <= Math.min(width - 1, middle + reach); x++, all++) {
      const i = y * width + x;
      bare += is_person[i]! & skin[i]!;
    }
    return all === 0 ? 0 : bare / all;
  };
  let [rows, bare] = [0, 0];
  for (let y = Math.round(hips.y - 0.1 * length); y < Math.min(height, hips.y + 0.2 * length); y++, rows++)
    bare += shareAt(y, hips.x, half);
  if (rows === 0 || bare / rows < 0.4) return skin;
  const out = skin.slice();
  const knees = between(left.knee, right.knee);
  for (let y = Math.round(frame.shoulders.y + 0.12 * length); y < height; y++) {
    const down = Math.max(0, (y - hips.y) / (knees.y - hips.y || 1));
    const middle = hips.x + (knees.x - hips.x) * Math.min(1, down);
    if (y > hips.y + 0.2 * length && shareAt(y, middle, 0.06 * frame.width) < 0.5) break;
    const reach = (y < hips.y ? 0.5 : 0.62 + 0.1 * down) * frame.width;
    out.fill(0, y * width + Math.max(0, Math.round(middle - reach)), y * width + Math.min(width, Math.round(middle + reach)));
  }
  return out;
}

/** Rows of a body in cloth, from shoulders (0) to hips (1); necklines end in between. */
const [begins_at, below_necklines, ends_at] = [0.05, 0.35, 1.1];
/** Skin and cloth whose colours (OKLab, stretched) differ by more are not taken for each other. */
const alike = 24;
/** In radii of an arm: nearer it is the arm, farther it is not; between, and in a neckline, colour tells. */
const [arm_ends, beside_arm] = [0.7, 1.3];

/**
 * Skin without the specks of it that were seen in cloth of about its colour, where nothing but an arm can be bare: below necklines and
 * above a bare belly. `arm`: distance from the middle of the nearer arm, in its radii.
 */
export function withoutSpecks(
  planes: ColorPlanes,
  skin: Uint8Array,
  { frame, is_person, arm, upper_ends_y }: ClothSearch & { arm: Float32Array; upper_ends_y: number },
): Uint8Array {
  const { shoulders, hips, length, width: unit } = frame;
  const { width, height } = planes;
  const [cloth, bare]: [number[], number[]] = [[], []];
  const torso: number[] = [];
  const [from, to] = [Math.round(shoulders.y + begins_at * length), Math.min(upper_ends_y, Math.round(shoulders.y + ends_at * length))];
  for (let y = Math.max(0, from); y < Math.min(height, to); y++) {
    const middle = shoulders.x + (hips.x - shoulders.x) * Math.min(1, (y - shoulders.y) / (length || 1));
    for (let x = Math.max(0, Math.round(middle - 0.6 * unit)); x < Math.min(width, middle + 0.6 * unit); x++) {
      const i = y * width + x;
      if (!is_person[i]) continue;
      if (skin[i]) (arm[i]! < arm_ends ? bare : torso).push(i);
      else if (i % 5 === 0 && y < hips.y - 0.1 * length && Math.abs(x - middle) < 0.3 * unit) cloth.push(i);
    }
  }
  const [of_cloth, of_skin] = [
    medianColor(planes, cloth),
    medianColor(
      planes,
      bare.filter((_, at) => at % 5 === 0),
    ),
  ];
  if (!of_cloth || !of_skin || off(of_cloth, of_skin) > alike) return skin;
  const out = skin.slice();
  const low = Math.round(shoulders.y + below_necklines * length) * width;
  for (const i of torso) {
    const own = [planes.lightness[i]!, planes.a[i]!, planes.b[i]!];
    if ((i > low && arm[i]! > beside_arm) || off(own, of_cloth) < off(own, of_skin)) out[i] = 0;
  }
  // What is too thin for skin is cloth too.
  const broad = openMask(out, planes, Math.max(1, Math.round(0.02 * unit)));
  for (const i of [...torso, ...bare]) if (!broad[i]) out[i] = 0;
  return out;
}

const off = (one: readonly number[], other: readonly number[]): number => Math.hypot(...one.map((value, c) => value - other[c]!));
