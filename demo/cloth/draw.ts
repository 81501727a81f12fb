import { blankRaster, boxAround, intersectBoxes, type Raster } from '#science/imaging/raster.ts';
import type { Palette } from './color.ts';
import { coverForm, place, type Frame } from './frame.ts';
import type { Layer } from './layer.ts';
import { castShadow, paintLayer, paintMark, paintShadow, type Canvas } from './paint.ts';
import { makeRelief } from './relief.ts';
import { cellBox, shadeLayer } from './shade.ts';

/**
 * Draws layers, lowest first, on one canvas a palette. Shape and light are worked out once for all palettes; only the last
 * step is done per colour. Deterministic: the seeds lie in the layers.
 */
export function drawLayers(layers: readonly Layer[], frame: Frame, on: readonly { canvas: Canvas; palette: Palette }[]): void {
  for (const layer of layers) drawLayer(layer, frame, on);
}

function drawLayer(layer: Layer, frame: Frame, on: readonly { canvas: Canvas; palette: Palette }[]): void {
  const mask = maskOf(layer, frame);
  if (mask.width === 0 || mask.height === 0) return;
  const relief = makeRelief(layer, mask, frame);
  const shade = shadeLayer(layer, { mask, relief, frame });
  const shadow = layer.shadow && castShadow(mask, layer.shadow, frame);
  const marks = (layer.marks ?? []).map((mark) => ({ mark, cover: coverForm(mark, frame, mask) }));
  for (const { canvas, palette } of on) {
    if (shadow) paintShadow(canvas, shadow, { mask, cell: frame.cell });
    paintLayer(canvas, layer, { mask, shade, palette });
    for (const { mark, cover } of marks) paintMark(canvas, { cover, color: palette[mark.dye]!, alpha: mark.alpha ?? 1 }, { mask, shade });
  }
}

/** A layer's coverage, in a box that begins and ends at whole cells. */
function maskOf(layer: Layer, frame: Frame): Raster {
  const cover = coverForm(layer, frame, frame);
  const clip = layer.clip === undefined ? cover : intersectBoxes(cover, boxAround(place(layer.clip, frame).map(({ points }) => points)));
  if (clip.width === 0 || clip.height === 0) return blankRaster(clip);
  const mask = blankRaster(cellBox(clip, frame));
  for (let y = clip.top; y < clip.top + clip.height; y += 1) {
    const from = (y - cover.top) * cover.width - cover.left;
    mask.data.set(
      cover.data.subarray(from + clip.left, from + clip.left + clip.width),
      (y - mask.top) * mask.width + clip.left - mask.left,
    );
  }
  return mask;
}
