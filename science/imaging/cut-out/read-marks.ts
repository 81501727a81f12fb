import type { Size } from '#science/imaging/picture.ts';
import type { Raster } from '#science/imaging/raster.ts';

/** What a person painted: rasters over the picture at any size, above .5 where the brush went. */
export interface Strokes {
  /** This belongs to the thing. */
  keep?: Raster;
  /** This does not. */
  remove?: Raster;
}

/** Turns strokes into marks of a size: 1 keep, -1 remove, 0 nothing said; where both went, remove. None without strokes. */
export function readMarks({ keep, remove }: Strokes, size: Size): Int8Array | undefined {
  if (keep === undefined && remove === undefined) return undefined;
  const marks = new Int8Array(size.width * size.height);
  if (keep !== undefined) mark(marks, size, keep, 1);
  if (remove !== undefined) mark(marks, size, remove, -1);
  return marks;
}

/** Goes through the painted pixels, not the marks, so that a thin stroke is not lost between pixels of a smaller size. */
function mark(marks: Int8Array, { width, height }: Size, stroke: Raster, value: number): void {
  const [across, down] = [width / stroke.width, height / stroke.height];
  const span = (at: number, scale: number, count: number): [number, number] => [
    Math.floor(at * scale),
    Math.min(count, Math.max(Math.floor(at * scale) + 1, Math.ceil((at + 1) * scale))),
  ];
  for (let y = 0; y < stroke.height; y++)
    for (let x = 0; x < stroke.width; x++) {
      if (!(stroke.data[y * stroke.width + x]! > 0.5)) continue;
      const [top, bottom] = span(y, down, height);
      const [left, right] = span(x, across, width);
      for (let row = top; row < bottom; row++) marks.fill(value, row * width + left, row * width + right);
    }
}
