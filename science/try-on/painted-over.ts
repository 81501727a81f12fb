import { channelsOf, type Picture } from '../imaging/picture.ts';
import { between, type BodyFrame } from './body-frame.ts';

/** Places across and down a torso at which paint is looked for, and the share of them that has one flat colour where it is painted. */
const [columns, rows, enough] = [5, 12, 0.5];
/** px around a place within which paint is all the same. */
const around = 2;

/**
 * What somebody painted over in one colour, so that nobody sees what they wore: 1 there [height x width]. Paint has no grain, as cloth
 * and skin have, and it lies on the body: plain ground beside somebody is no paint. O(pixels).
 */
export function findPaintedOver(picture: Picture, { shoulders, hips, width: across }: BodyFrame): Uint8Array {
  const { width, height, data } = picture;
  const channels = channelsOf(picture);
  const out = new Uint8Array(width * height);
  const colorAt = (i: number): number => (data[i * channels]! << 16) | (data[i * channels + 1]! << 8) | data[i * channels + 2]!;
  const isFlat = (x: number, y: number): boolean => {
    if (x < around || y < around || x >= width - around || y >= height - around) return false;
    const i = y * width + x;
    return [i - around, i + around, i - around * width, i + around * width].every((other) => colorAt(other) === colorAt(i));
  };
  const counts = new Map<number, number>();
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const middle = between(shoulders, hips, (row + 0.5) / rows);
      const [x, y] = [Math.round(middle.x + (column / (columns - 1) - 0.5) * 0.6 * across), Math.round(middle.y)];
      if (isFlat(x, y)) counts.set(colorAt(y * width + x), (counts.get(colorAt(y * width + x)) ?? 0) + 1);
    }
  const [paint, count] = [...counts].toSorted(([, a], [, b]) => b - a)[0] ?? [0, 0];
  if (count < enough * columns * rows) return out;
  for (let y = 0, i = 0; y < height; y++) for (let x = 0; x < width; x++, i++) if (colorAt(i) === paint && isFlat(x, y)) out[i] = 1;
  return out;
}
