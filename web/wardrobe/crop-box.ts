/** A part of a photo, in shares of its width and height. */
export interface CropBox {
  left: number;
  top: number;
  width: number;
  height: number;
}
export const whole_photo: CropBox = { left: 0, top: 0, width: 1, height: 1 };

/** Less than this of a side is a slip of the finger. */
const side_min = 0.05;

/** The box between two corners, inside the photo; null when it is too small to be meant. */
export function boxBetween(one: readonly [number, number], other: readonly [number, number]): CropBox | null {
  const inside = (value: number) => Math.min(1, Math.max(0, value));
  const [x0, x1] = [inside(Math.min(one[0], other[0])), inside(Math.max(one[0], other[0]))];
  const [y0, y1] = [inside(Math.min(one[1], other[1])), inside(Math.max(one[1], other[1]))];
  if (x1 - x0 < side_min || y1 - y0 < side_min) return null;
  return { left: x0, top: y0, width: x1 - x0, height: y1 - y0 };
}
