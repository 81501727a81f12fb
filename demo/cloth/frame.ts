import { boxAround, intersectBoxes, type Box, type Raster } from '#science/imaging/raster.ts';
import { flattenPath, type Polyline } from '#science/imaging/flatten-path.ts';
import { fillPath } from '#science/imaging/fill-path.ts';
import { parsePath } from '#science/imaging/path.ts';
import { strokePath } from '#science/imaging/stroke-path.ts';
import { valueNoise } from '#science/imaging/value-noise.ts';
import type { Form, Mark } from './layer.ts';

/** Where garment space lies in the picture: px = unit * scale + offset. */
export interface Frame extends Box {
  scale: number;
  offset_x: number;
  offset_y: number;
  /** Pixels a side of a cell, in which everything soft is worked out. */
  cell: number;
  /** One noise for the whole drawing; layers read it at places of their own. */
  noise: (x: number, y: number) => number;
  /** What was inflated together already, by the list of shapes. */
  domes: Map<readonly string[], Float32Array>;
}

/** Units of a cell: folds are four times as wide, so nothing soft is lost. */
const cell_units = 1.9;
const noise_seed = 7;

/** Lays forms into a picture whose long side has so many pixels, with a margin all round. */
export function frameAround(forms: readonly Form[], { long_side_px, margin_px }: { long_side_px: number; margin_px: number }): Frame {
  const corners = forms.map((form) => ({ form, points: flattenPath(parsePath(form.d)).map(({ points }) => points) }));
  const boxes = corners.map(({ form, points }) => boxAround(points, (form.width ?? 0) / 2));
  const around = boxAround(boxes.map(({ left, top, width, height }) => [left, top, left + width, top + height]));
  const scale = (long_side_px - 2 * margin_px) / Math.max(around.width, around.height);
  return {
    left: 0,
    top: 0,
    width: Math.ceil(around.width * scale) + 2 * margin_px,
    height: Math.ceil(around.height * scale) + 2 * margin_px,
    scale,
    offset_x: margin_px - around.left * scale,
    offset_y: margin_px - around.top * scale,
    cell: cellOf(scale),
    noise: valueNoise(noise_seed),
    domes: new Map<readonly string[], Float32Array>(),
  };
}

export const cellOf = (scale: number): number => Math.max(1, Math.round(scale * cell_units));

/** Puts a path into pixels, or into cells. */
export function place(d: string, frame: Frame, unit: 'pixel' | 'cell' = 'pixel'): Polyline[] {
  const by = unit === 'pixel' ? 1 : 1 / frame.cell;
  return flattenPath(parsePath(d), { scale: frame.scale * by, left: frame.offset_x * by, top: frame.offset_y * by });
}

/** Gives the frame's whole picture counted in cells. */
export const cellsOf = (frame: Frame): Box => ({
  left: 0,
  top: 0,
  width: Math.ceil(frame.width / frame.cell),
  height: Math.ceil(frame.height / frame.cell),
});

/** Rasterises a form, cut by its clip. */
export function coverForm(form: Form & Pick<Mark, 'dash'>, frame: Frame, bounds: Box): Raster {
  const lines = place(form.d, frame);
  const { width, cap, dash, rule } = form;
  const cover =
    width === undefined
      ? fillPath(lines, bounds, rule)
      : strokePath(lines, { width: width * frame.scale, cap, dash: dash?.map((length) => length * frame.scale) }, bounds);
  return form.clip === undefined ? cover : cutBy(cover, fillPath(place(form.clip, frame), cover));
}

/** Keeps of a raster what a clip covers. */
export function cutBy(raster: Raster, clip: Raster): Raster {
  const box = intersectBoxes(raster, clip);
  const data = new Float32Array(raster.data.length);
  for (let y = box.top; y < box.top + box.height; y += 1)
    for (let x = box.left; x < box.left + box.width; x += 1) {
      const at = (y - raster.top) * raster.width + x - raster.left;
      data[at] = raster.data[at]! * clip.data[(y - clip.top) * clip.width + x - clip.left]!;
    }
  return { ...raster, data };
}
