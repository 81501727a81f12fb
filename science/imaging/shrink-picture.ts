import { channelsOf, type Picture, type Size } from './picture.ts';

/**
 * Shrinks a picture to a size not larger than its own: each pixel is the mean of the area that it covers, whole source
 * pixels weighing by what of them is covered. Means are taken of the sRGB values, as image programs do. O(source pixels).
 */
export function shrinkPicture(picture: Picture, { width, height }: Size): Picture {
  if (width === picture.width && height === picture.height) return picture;
  const channels = channelsOf(picture);
  const columns = coverage(picture.width, width);
  const rows = coverage(picture.height, height);
  const data = new Uint8ClampedArray(width * height * channels);
  const line = new Float32Array(picture.width * channels);
  for (let y = 0; y < height; y++) {
    sumRows(picture.data, line, rows, y);
    for (let x = 0; x < width; x++) {
      const [first, last] = [columns.first[x]! * channels, columns.last[x]! * channels];
      const [at_first, at_last] = [columns.first_share[x]! * columns.scale, columns.last_share[x]! * columns.scale];
      for (let c = 0; c < channels; c++) {
        let sum = line[first + c]! * at_first;
        for (let i = first + channels; i < last; i += channels) sum += line[i + c]! * columns.scale;
        if (last > first) sum += line[last + c]! * at_last;
        data[(y * width + x) * channels + c] = sum;
      }
    }
  }
  return { width, height, data };
}

/** Per target pixel: the source pixels covered, the share of the first and of the last, and 1 / the length covered. */
interface Coverage {
  first: Int32Array;
  last: Int32Array;
  first_share: Float32Array;
  last_share: Float32Array;
  scale: number;
}

function coverage(from: number, to: number): Coverage {
  const ratio = from / to;
  const first = Int32Array.from({ length: to }, (_, i) => Math.floor(i * ratio));
  const last = Int32Array.from({ length: to }, (_, i) => Math.min(from - 1, Math.ceil((i + 1) * ratio - 1e-6) - 1));
  const first_share = Float32Array.from({ length: to }, (_, i) => Math.min(first[i]! + 1, (i + 1) * ratio) - i * ratio);
  const last_share = Float32Array.from({ length: to }, (_, i) => (i + 1) * ratio - Math.max(last[i]!, i * ratio));
  return { first, last, first_share, last_share, scale: 1 / ratio };
}

function weightOf({ first, last, first_share, last_share, scale }: Coverage, at: number, i: number): number {
  if (i === first[at]) return first_share[at]! * scale;
  return i === last[at] ? last_share[at]! * scale : scale;
}

function sumRows(data: Picture['data'], line: Float32Array, rows: Coverage, y: number): void {
  line.fill(0);
  for (let row = rows.first[y]!; row <= rows.last[y]!; row++) {
    const weight = weightOf(rows, y, row);
    const at = row * line.length;
    for (let i = 0; i < line.length; i++) line[i]! += data[at + i]! * weight;
  }
}
