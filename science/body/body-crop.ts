import type { Picture, Size } from '../imaging/picture.ts';
import { channelsOf } from '../imaging/picture.ts';

/** A square of the picture that a network looks at: its middle and side in px, turned by `angle` (radians, clockwise as seen). */
export interface BodyCrop {
  x: number;
  y: number;
  side: number;
  angle: number;
}

/** How much wider than the person the square is: the network was trained with this margin. */
const margin = 1.25;

/** The square around what a mask [height x width] of the person covers; undefined where it covers next to nothing. */
export function cropAroundMask(mask: Float32Array, from: Size, { width, height }: Size): BodyCrop | undefined {
  const columns = new Float64Array(from.width);
  const rows = new Float64Array(from.height);
  let sum = 0;
  for (let y = 0, i = 0; y < from.height; y++)
    for (let x = 0; x < from.width; x++, i++) {
      const weight = mask[i]! > 0.5 ? 1 : 0;
      columns[x]! += weight;
      rows[y]! += weight;
      sum += weight;
    }
  if (sum < from.width * from.height * least_share) return undefined;
  const [left, right] = spanOf(columns, sum).map((at) => (at / from.width) * width) as [number, number];
  const [top, bottom] = spanOf(rows, sum).map((at) => (at / from.height) * height) as [number, number];
  return { x: (left + right) / 2, y: (top + bottom) / 2, side: Math.max(right - left, bottom - top) * margin, angle: 0 };
}

const least_share = 0.004;

/** Between which ends all but a hundredth lies. */
function spanOf(sums: Float64Array, sum: number): [number, number] {
  const find = (share: number): number => {
    let passed = 0;
    for (let at = 0; at < sums.length; at++) {
      passed += sums[at]!;
      if (passed >= share * sum) return at;
    }
    return sums.length;
  };
  return [find(0.005), find(0.995) + 1];
}

/**
 * The square around a person of whom the network told two points: between the hips, and on the circle around the whole body,
 * straight above. The person stands upright in it.
 */
export function cropAroundPoints(middle: { x: number; y: number }, above: { x: number; y: number }): BodyCrop {
  const [dx, dy] = [above.x - middle.x, above.y - middle.y];
  return { x: middle.x, y: middle.y, side: 2 * Math.hypot(dx, dy) * margin, angle: Math.atan2(dx, -dy) };
}

/** Turns a place in the square (0..1 across and down) into one in the picture, px. */
export function placeIn(crop: BodyCrop, u: number, v: number): { x: number; y: number } {
  const [across, down] = [(u - 0.5) * crop.side, (v - 0.5) * crop.side];
  const [cos, sin] = [Math.cos(crop.angle), Math.sin(crop.angle)];
  return { x: crop.x + across * cos - down * sin, y: crop.y + across * sin + down * cos };
}

/** Reads a square as a network wants it: [side x side x 3], 0..1, linearly between pixels; black outside of the picture. */
export function readCrop(picture: Picture, crop: BodyCrop, side: number): Float32Array {
  const channels = channelsOf(picture);
  const { width, height, data } = picture;
  const out = new Float32Array(side * side * 3);
  for (let v = 0, i = 0; v < side; v++)
    for (let u = 0; u < side; u++, i += 3) {
      const at = placeIn(crop, (u + 0.5) / side, (v + 0.5) / side);
      const [x, y] = [at.x - 0.5, at.y - 0.5];
      const [x0, y0] = [Math.floor(x), Math.floor(y)];
      for (const [dx, dy, weight] of [
        [0, 0, (1 - x + x0) * (1 - y + y0)],
        [1, 0, (x - x0) * (1 - y + y0)],
        [0, 1, (1 - x + x0) * (y - y0)],
        [1, 1, (x - x0) * (y - y0)],
      ] as const) {
        const [px, py] = [x0 + dx, y0 + dy];
        if (px < 0 || py < 0 || px >= width || py >= height) continue;
        const from = (py * width + px) * channels;
        for (let c = 0; c < 3; c++) out[i + c]! += (weight * data[from + c]!) / 255;
      }
    }
  return out;
}
