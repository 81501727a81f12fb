import { boxBlur } from '../imaging/box-blur.ts';
import { maskWhere } from '../imaging/mask-where.ts';
import type { Picture, Size } from '../imaging/picture.ts';
import { growMask, shrinkMask } from '../imaging/reshape-mask.ts';
import { lumaAt } from './skin-light.ts';

/** Plain cloth as a photo shows it. */
export interface ClothSample {
  /** 1 where nothing but plain cloth shows. [height x width] */
  clean: Uint8Array;
  /** Writes the cloth's broad colour, sRGB 0..255, at a share -1..1 of its breadth and so many px above where it is seen. */
  toneAt: (share: number, above: number, out: Float32Array) => void;
}

interface SampleSearch {
  /** 1 where the cloth shows. */
  cloth: Uint8Array;
  /** The first and the last column of the cloth. */
  sides: readonly [left: number, right: number];
  /** The row in which it begins to show, in each column. */
  hem: ArrayLike<number>;
  /** px between the shoulders. */
  unit: number;
}

/** px at the edge of cloth that are half of something else. */
const edge_px = 3;
/** Cloth half of whose pixels differ by more (0..255) from the cloth around them has a pattern. */
const plain_within = 13;
/**
 * What differs by more is on the cloth, and none of it: rips, buttons, a finger. In medians of what the cloth's pixels do, and at least, 0..255:
 * from the lightness around, and from lightness and hue of all of it.
 */
const [detail, least_near, least_light, least_hue] = [4.5, 20, 45, 16];
/** Places across the cloth in which its broad colour is told. */
const places = 24;
/** How far down cloth still tells the colour above it: right above it, and farther up; and how far up the one goes over into the other. In widths between the shoulders. */
const [near_fades, far_fades, goes_over] = [0.05, 0.25, 0.15];
/** Medians are those of every so manieth px. */
const sparse = 3;
/** Fewer px of clean cloth tell nothing. */
const enough = 300;

/** Reads a picture of cloth. undefined where too little shows, or a pattern: with that only the cloth itself can go on. O(pixels). */
export function readCloth(picture: Picture, { cloth, sides, hem, unit }: SampleSearch): ClothSample | undefined {
  const { data } = picture;
  const inner = shrinkMask(cloth, picture, edge_px);
  const pixels: number[] = [];
  for (let i = 0; i < inner.length; i++) if (inner[i]) pixels.push(i);
  if (pixels.length < enough) return undefined;
  const luma = new Float32Array(inner.length);
  for (const i of pixels) luma[i] = lumaAt(data, i);
  const around = localMean(luma, inner, picture, 0.05 * unit);
  const spread = (of: (i: number) => number): number => {
    const values = new Float32Array(Math.ceil(pixels.length / sparse));
    for (let at = 0; at < values.length; at++) values[at] = of(pixels[at * sparse]!);
    return values.sort()[values.length >> 1]!;
  };
  const near = spread((i) => Math.abs(luma[i]! - around[i]!));
  if (near > plain_within) return undefined;
  const [light, red, blue] = [
    spread((i) => luma[i]!),
    spread((i) => data[i * 3]! - data[i * 3 + 1]!),
    spread((i) => data[i * 3 + 2]! - data[i * 3 + 1]!),
  ];
  const offLight = (i: number): number => Math.abs(luma[i]! - light);
  const offHue = (i: number): number => Math.hypot(data[i * 3]! - data[i * 3 + 1]! - red, data[i * 3 + 2]! - data[i * 3 + 1]! - blue);
  const [most_near, most_light, most_hue] = [
    Math.max(least_near, detail * near),
    Math.max(least_light, detail * spread(offLight)),
    Math.max(least_hue, detail * spread(offHue)),
  ];
  const isDetail = (i: number): boolean =>
    inner[i] === 1 && (Math.abs(luma[i]! - around[i]!) > most_near || offLight(i) > most_light || offHue(i) > most_hue);
  const details = growMask(maskWhere(inner.length, isDetail), picture, edge_px);
  const clean = maskWhere(inner.length, (i) => inner[i] === 1 && !details[i]);
  const [close, broad] = [near_fades, far_fades].map((fades) => readTones(picture, clean, { sides, hem, fades: fades * unit }));
  if (!close || !broad) return undefined;
  const toneAt: ClothSample['toneAt'] = (share, above, out) => {
    const as_close = Math.exp(-above / (goes_over * unit));
    for (let c = 0; c < 3; c++) out[c] = toneIn(broad, share, c) * (1 - as_close) + toneIn(close, share, c) * as_close;
  };
  return { clean, toneAt };
}

/** The mean of a plane around each pixel, over what is 1 in `mask`. */
export function localMean(plane: Float32Array, mask: Uint8Array, { width, height }: Size, sigma: number): Float32Array {
  const blur = (data: Float32Array): Float32Array => boxBlur({ left: 0, top: 0, width, height, data }, sigma).data;
  const weights = blur(new Float32Array(mask));
  const values = new Float32Array(plane.length);
  for (let i = 0; i < values.length; i++) values[i] = plane[i]! * mask[i]!;
  const means = blur(values);
  for (let i = 0; i < means.length; i++) means[i] = weights[i]! > 1e-3 ? means[i]! / weights[i]! : 0;
  return means;
}

/** Broad colours from one side of the cloth to the other, [places x 3]; above all from its uppermost rows. undefined where nothing is clean. */
function readTones(
  { width, height, data }: Picture,
  clean: Uint8Array,
  { sides: [left, right], hem, fades }: Pick<SampleSearch, 'sides' | 'hem'> & { fades: number },
): Float32Array | undefined {
  const sums = new Float64Array(places * 3);
  const weights = new Float64Array(places);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      if (!clean[i]) continue;
      const weight = Math.exp(-Math.max(0, y - hem[x]!) / fades);
      const place = Math.floor(((x - left) / (right - left || 1)) * places);
      if (place < 0 || place >= places) continue;
      weights[place]! += weight;
      for (let c = 0; c < 3; c++) sums[place * 3 + c]! += weight * data[i * 3 + c]!;
    }
  if (!weights.some((weight) => weight > 0)) return undefined;
  // A place that shows little asks those beside it.
  return Float32Array.from({ length: places * 3 }, (_, at) => {
    let [sum, all] = [0, 0];
    for (let other = 0; other < places; other++) {
      const near = Math.exp(-(((other - Math.floor(at / 3)) / 1.1) ** 2)) + 1e-6 / (1 + (other - Math.floor(at / 3)) ** 2);
      sum += near * sums[other * 3 + (at % 3)]!;
      all += near * weights[other]!;
    }
    return sum / all;
  });
}

function toneIn(tones: Float32Array, share: number, channel: number): number {
  const place = Math.max(0, Math.min(places - 1, ((share + 1) / 2) * places - 0.5));
  const before = Math.min(places - 2, Math.floor(place));
  const [from, to] = [tones[before * 3 + channel]!, tones[before * 3 + 3 + channel]!];
  return from + (to - from) * (place - before);
}
