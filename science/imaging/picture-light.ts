import { channelsOf, type Picture } from './picture.ts';

/** Gives the light 0..255 (luma of BT.601) below which all but a share of the pixels lie. O(pixels). */
export function lightBelow(picture: Picture, share: number): number {
  const counts = new Uint32Array(256);
  const channels = channelsOf(picture);
  const pixels = picture.width * picture.height;
  for (let i = 0; i < picture.data.length; i += channels) counts[Math.round(lightAt(picture.data, i))]! += 1;
  let passed = 0;
  for (let light = 255; light >= 0; light--) {
    passed += counts[light]!;
    if (passed > share * pixels) return light;
  }
  return 0;
}

/**
 * Tells whether something lies on a plain ground: along the edge of the picture nearly all is of one colour, in the middle much
 * is of another. Colours count as one when their channels differ by less than `near` together.
 */
export function liesOnPlain(picture: Picture, near = 60): boolean {
  const { width, height, data } = picture;
  const channels = channelsOf(picture);
  const ground = [0, 1, 2].map((c) => data[c]!);
  const band = Math.max(1, Math.round(Math.min(width, height) * 0.04));
  let [edge, edge_plain, middle, middle_other] = [0, 0, 0, 0];
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i += channels) {
      const is_near = Math.abs(data[i]! - ground[0]!) + Math.abs(data[i + 1]! - ground[1]!) + Math.abs(data[i + 2]! - ground[2]!) < near;
      if (x < band || y < band || x >= width - band || y >= height - band) {
        edge += 1;
        edge_plain += is_near ? 1 : 0;
      } else {
        middle += 1;
        middle_other += is_near ? 0 : 1;
      }
    }
  return edge_plain > 0.8 * edge && middle_other > 0.08 * middle;
}

const lightAt = (data: Picture['data'], i: number): number => 0.299 * data[i]! + 0.587 * data[i + 1]! + 0.114 * data[i + 2]!;
