import { boxMean } from './box-mean.ts';
import { channelsOf, type Picture, type Size } from './picture.ts';

/** A mask written locally as a linear function of the picture's colour: mask = red r + green g + blue b + offset, colours 0..1. */
export interface GuidedMask extends Size {
  /** [height x width] each. */
  red: Float32Array;
  green: Float32Array;
  blue: Float32Array;
  offset: Float32Array;
}

/**
 * Fits a mask [height x width, 0..1] to its picture of the same size: in each square of `radius` px the linear function of colour
 * that comes closest to it, mean of all squares that a pixel is in. Where colours change the mask may then change with
 * them, hair by hair. `smoothness` is the colour variance (0..1 squared) below which a square counts as flat. O(pixels).
 * Source: He, Sun and Tang, IEEE PAMI 35 (2013), doi:10.1109/TPAMI.2012.213, equations 14-16 (colour guide).
 */
export function fitGuidedMask(
  mask: Float32Array,
  picture: Picture,
  { radius, smoothness }: { radius: number; smoothness: number },
): GuidedMask {
  const { width, height } = picture;
  const mean = (plane: Float32Array): Float32Array => boxMean(plane, picture, radius);
  const [r, g, b] = [0, 1, 2].map((channel) => channelPlane(picture, channel)) as [Float32Array, Float32Array, Float32Array];
  const [mr, mg, mb, mp] = [mean(r), mean(g), mean(b), mean(mask)];
  const pairs: [Float32Array, Float32Array][] = [
    [r, r],
    [r, g],
    [r, b],
    [g, g],
    [g, b],
    [b, b],
    [r, mask],
    [g, mask],
    [b, mask],
  ];
  const products = pairs.map(([one, other]) => mean(one.map((value, i) => value * other[i]!)));
  const [rr, rg, rb, gg, gb, bb, rp, gp, bp] = products as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const out = { red: rp, green: gp, blue: bp, offset: mp };
  for (let i = 0; i < mask.length; i++) {
    const [x, y, z, p] = [mr[i]!, mg[i]!, mb[i]!, mp[i]!];
    const [c00, c01, c02] = [rr[i]! - x * x + smoothness, rg[i]! - x * y, rb[i]! - x * z];
    const [c11, c12, c22] = [gg[i]! - y * y + smoothness, gb[i]! - y * z, bb[i]! - z * z + smoothness];
    const [u, v, w] = [rp[i]! - x * p, gp[i]! - y * p, bp[i]! - z * p];
    const [i00, i01, i02] = [c11 * c22 - c12 * c12, c02 * c12 - c01 * c22, c01 * c12 - c02 * c11];
    const scale = 1 / (c00 * i00 + c01 * i01 + c02 * i02);
    const i12 = c01 * c02 - c00 * c12;
    out.red[i] = (i00 * u + i01 * v + i02 * w) * scale;
    out.green[i] = (i01 * u + (c00 * c22 - c02 * c02) * v + i12 * w) * scale;
    out.blue[i] = (i02 * u + i12 * v + (c00 * c11 - c01 * c01) * w) * scale;
    out.offset[i] = p - out.red[i]! * x - out.green[i]! * y - out.blue[i]! * z;
  }
  return { width, height, red: mean(out.red), green: mean(out.green), blue: mean(out.blue), offset: mean(out.offset) };
}

/**
 * Gives the mask of a picture of any size from one fitted at a smaller size: [height x width], 0..1. Only where `is_open` (at
 * the fitted size) is above 0 is it computed; elsewhere the value of `plain` (0..1, fitted size) stands. O(pixels of the picture).
 * Source: He and Sun, "Fast Guided Filter" (2015), arXiv:1505.00996: the coefficients are enlarged, not the mask.
 */
export function applyGuidedMask(
  fitted: GuidedMask,
  picture: Picture,
  { is_open, plain }: { is_open: Uint8Array; plain: Float32Array },
): Float32Array {
  const { width, height, data } = picture;
  const channels = channelsOf(picture);
  const out = new Float32Array(width * height);
  const columns = Int32Array.from({ length: width }, (_, x) => Math.floor(((x + 0.5) * fitted.width) / width));
  const reach = Float32Array.from({ length: width }, (_, x) => ((x + 0.5) * fitted.width) / width - 0.5);
  const line = {
    red: new Float32Array(fitted.width),
    green: new Float32Array(fitted.width),
    blue: new Float32Array(fitted.width),
    offset: new Float32Array(fitted.width),
  };
  for (let y = 0; y < height; y++) {
    const row = Math.floor(((y + 0.5) * fitted.height) / height) * fitted.width;
    for (const name of ['red', 'green', 'blue', 'offset'] as const)
      blendRows(fitted[name], line[name], fitted, ((y + 0.5) * fitted.height) / height - 0.5);
    for (let x = 0; x < width; x++) {
      const cell = row + columns[x]!;
      const i = y * width + x;
      if (is_open[cell] === 0) {
        out[i] = plain[cell]!;
        continue;
      }
      const at = Math.max(0, Math.min(fitted.width - 1, reach[x]!));
      const low = Math.floor(at);
      const high = Math.min(fitted.width - 1, low + 1);
      const part = at - low;
      const mix = (values: Float32Array): number => values[low]! + (values[high]! - values[low]!) * part;
      const color =
        mix(line.red) * data[i * channels]! + mix(line.green) * data[i * channels + 1]! + mix(line.blue) * data[i * channels + 2]!;
      out[i] = Math.max(0, Math.min(1, color / 255 + mix(line.offset)));
    }
  }
  return out;
}

/** Writes the row at a height between whole rows. */
function blendRows(plane: Float32Array, line: Float32Array, { width, height }: Size, at: number): void {
  const y = Math.max(0, Math.min(height - 1, at));
  const above = Math.floor(y) * width;
  const below = Math.min(height - 1, Math.floor(y) + 1) * width;
  const part = y - Math.floor(y);
  for (let x = 0; x < width; x++) line[x] = plane[above + x]! + (plane[below + x]! - plane[above + x]!) * part;
}

function channelPlane(picture: Picture, channel: number): Float32Array {
  const channels = channelsOf(picture);
  const plane = new Float32Array(picture.width * picture.height);
  for (let i = 0; i < plane.length; i++) plane[i] = picture.data[i * channels + channel]! / 255;
  return plane;
}
