import { linearToOklab, toLinear } from './oklab.ts';
import { channelsOf, type Picture, type Size } from './picture.ts';

/**
 * A picture as three planes, each row-major [height x width]: OKLab stretched so that its units are about those of
 * CIELAB, in which most published thresholds are given: lightness 0..100, a and b about -100..100.
 */
export interface ColorPlanes extends Size {
  lightness: Float32Array;
  a: Float32Array;
  b: Float32Array;
}

/** OKLab's a and b reach .4 where CIELAB's reach 100. */
const chroma_scale = 250;

/** The light of each value of 8 bits. */
const light_of = Float64Array.from({ length: 256 }, (_, value) => toLinear(value / 255));

/** Turns a picture into planes; opacity is left aside. O(pixels). */
export function toColorPlanes(picture: Picture): ColorPlanes {
  const channels = channelsOf(picture);
  const { width, height, data } = picture;
  const count = width * height;
  const planes = { width, height, lightness: new Float32Array(count), a: new Float32Array(count), b: new Float32Array(count) };
  for (let i = 0; i < count; i++) {
    const at = i * channels;
    const [lightness, a, b] = linearToOklab(light_of[data[at]!]!, light_of[data[at + 1]!]!, light_of[data[at + 2]!]!);
    planes.lightness[i] = lightness * 100;
    planes.a[i] = a * chroma_scale;
    planes.b[i] = b * chroma_scale;
  }
  return planes;
}
