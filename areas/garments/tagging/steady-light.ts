import { channelsOf, type Picture } from '#science/imaging/picture.ts';

/** The brightest part of most rooms is near white; what shines is left out. */
const bright_part = 0.98;
/** Where a well lit photo has that part, 0..255. */
const bright_aim = 240;
/** A photo that dark everywhere may be of dark things: it is not lightened more. */
const gain_max = 1.35;

/** Lightens a photo taken in little light, so that white cloth is not called grey; a bright photo stays as it is. Hues stay. */
export function steadyLight(picture: Picture): Picture {
  const channels = channelsOf(picture);
  const { data, width, height } = picture;
  const counts = new Uint32Array(256);
  for (let i = 0; i < width * height; i++) counts[Math.max(data[i * channels]!, data[i * channels + 1]!, data[i * channels + 2]!)]!++;
  const gain = Math.min(gain_max, bright_aim / Math.max(1, quantile(counts, bright_part)));
  if (gain <= 1) return picture;
  const lit = Uint8ClampedArray.from(data, (value, at) => (channels === 4 && at % 4 === 3 ? value : value * gain));
  return { width, height, data: lit };
}

function quantile(counts: Uint32Array, part: number): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  let below = 0;
  for (let value = 0; value < counts.length; value++) {
    below += counts[value]!;
    if (below >= part * all) return value;
  }
  return counts.length - 1;
}
