import { boxBlur } from '../imaging/box-blur.ts';
import { squaredDistances } from '../imaging/distance-map.ts';
import { fillGaps } from '../imaging/fill-gaps.ts';
import type { Picture, Size } from '../imaging/picture.ts';
import { readPlane } from '../imaging/read-plane.ts';
import { valueNoise } from '../imaging/value-noise.ts';
import type { BareBody } from './bare-body.ts';

/** How far drawn skin takes after the skin that it joins, in widths between the shoulders. */
const takes_after = 0.22;
/** What differs by more, 0..255, from how it would be drawn is no matter of light. */
const most_off = 45;
/** Light is broad: it is joined at a quarter of the size. */
const coarse = 4;

/** What brings the sum of two noises, evenly spread and blended between their places, to a standard deviation of about 1. */
const grain_spread = 3.2;

/**
 * Makes drawn skin go over into the skin that shows (`sure`: 1): the difference between the two at the seam fades into what is drawn,
 * as in seamless cloning; and it gets the grain of the photo. Changes the body's colours where clothes are `gone`. O(pixels).
 */
export function joinSkin(
  picture: Picture,
  { color, opacity, grain }: BareBody,
  { sure, gone, unit }: { sure: Uint8Array; gone: Uint8Array; unit: number },
): void {
  const { width, height, data } = picture;
  const small: Size = { width: Math.ceil(width / coarse), height: Math.ceil(height / coarse) };
  const off = new Float32Array(small.width * small.height * 3);
  const known = new Float32Array(small.width * small.height);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      if (!sure[i] || opacity[i]! < 0.5) continue;
      const to = Math.floor(y / coarse) * small.width + Math.floor(x / coarse);
      known[to]!++;
      for (let c = 0; c < 3; c++) off[to * 3 + c]! += Math.max(-most_off, Math.min(most_off, data[i * 3 + c]! - color[i * 3 + c]!));
    }
  for (let to = 0; to < known.length; to++) for (let c = 0; c < 3; c++) if (known[to]! > 0) off[to * 3 + c]! /= known[to]!;
  const is_known = known.map((number) => (number > 0 ? 1 : 0));
  const filled = fillGaps(off, is_known, small, 3);
  const far = squaredDistances(Uint8Array.from(is_known), small, 1);
  const weight = far.map((squared) => Math.exp(-Math.sqrt(squared) / ((takes_after * unit) / coarse)));
  const noise = valueNoise(7);
  const planes = ([0, 1, 2] as const).map((c) => {
    const plane = Float32Array.from(weight, (one, i) => one * filled[i * 3 + c]!);
    return boxBlur({ left: 0, top: 0, ...small, data: plane }, 1.2).data;
  });
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      if (!gone[i] || opacity[i]! <= 0) continue;
      const [u, v] = [(x + 0.5) / coarse - 0.5, (y + 0.5) / coarse - 0.5];
      const grains = grain * (noise(x * 0.8, y * 0.8) + noise(x * 0.31 + 97, y * 0.31) - 1) * grain_spread;
      for (let c = 0; c < 3; c++) color[i * 3 + c]! += readPlane(planes[c]!, small, u, v) + grains;
    }
}
