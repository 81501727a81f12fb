/** A rectangle of whole pixels. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** One number a pixel: row-major [height x width], placed in a larger picture by its box. */
export interface Raster extends Box {
  data: Float32Array;
}

/** Makes an empty raster over a box. */
export function blankRaster(box: Box): Raster {
  const { left, top, width, height } = box;
  return { left, top, width, height, data: new Float32Array(width * height) };
}

/** Gives what two boxes have in common; of no size when they do not meet. */
export function intersectBoxes(a: Box, b: Box): Box {
  const left = Math.max(a.left, b.left);
  const top = Math.max(a.top, b.top);
  const width = Math.max(0, Math.min(a.left + a.width, b.left + b.width) - left);
  const height = Math.max(0, Math.min(a.top + a.height, b.top + b.height) - top);
  return { left, top, width, height };
}

/** Gives the whole pixels that a set of points (x, y, x, y, …) touches, grown by a margin. */
export function boxAround(points: readonly (readonly number[])[], margin = 0): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const line of points)
    for (let i = 0; i < line.length; i += 2) {
      left = Math.min(left, line[i]!);
      right = Math.max(right, line[i]!);
      top = Math.min(top, line[i + 1]!);
      bottom = Math.max(bottom, line[i + 1]!);
    }
  if (left > right) return { left: 0, top: 0, width: 0, height: 0 };
  const [x, y] = [Math.floor(left - margin), Math.floor(top - margin)];
  return { left: x, top: y, width: Math.ceil(right + margin) - x, height: Math.ceil(bottom + margin) - y };
}
