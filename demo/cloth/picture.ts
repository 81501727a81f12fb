import type { Palette } from './color.ts';
import { drawLayers } from './draw.ts';
import { frameAround, type Frame } from './frame.ts';
import type { Drawing } from './layer.ts';
import { blankCanvas } from './paint.ts';

/** Pixels as they are stored: red, green, blue, alpha, a byte each, row-major. */
export interface Picture {
  width: number;
  height: number;
  rgba: Uint8Array;
}

export interface GarmentPicture extends Picture {
  /** Squares worth a close look, px. */
  details: { name: string; left: number; top: number; size: number }[];
}

/** Transparent room around a garment, px at 1200. */
const margin_share = 0.01;

/** Draws a garment once for each palette, transparent around it, `long_side_px` at its longer side. */
export function drawGarment(drawing: Drawing, palettes: readonly Palette[], long_side_px: number): GarmentPicture[] {
  const frame = frameAround(drawing.layers, { long_side_px, margin_px: Math.ceil(long_side_px * margin_share) });
  const on = palettes.map((palette) => ({ palette, canvas: blankCanvas(frame) }));
  drawLayers(drawing.layers, frame, on);
  return on.map(({ canvas }) => ({
    width: canvas.width,
    height: canvas.height,
    rgba: new Uint8Array(canvas.pixels.buffer),
    details: detailsIn(drawing, frame),
  }));
}

function detailsIn({ details }: Drawing, { scale, offset_x, offset_y }: Frame): GarmentPicture['details'] {
  return details.map(({ name, x, y, size }) => ({
    name,
    left: Math.round(x * scale + offset_x),
    top: Math.round(y * scale + offset_y),
    size: Math.round(size * scale),
  }));
}
