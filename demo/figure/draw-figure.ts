import { mix, rgb, type Palette } from '../cloth/color.ts';
import { drawLayers } from '../cloth/draw.ts';
import { cellOf, type Frame } from '../cloth/frame.ts';
import { blankCanvas, type Canvas } from '../cloth/paint.ts';
import type { Picture } from '../cloth/picture.ts';
import type { Layer } from '../cloth/layer.ts';
import { valueNoise } from '#science/imaging/value-noise.ts';
import { figure_size, mannequin, shoesOnFeet } from './mannequin.ts';
import { paintStudio } from './studio.ts';

/** Layers of one garment, and its dyes; the one worn beneath comes first. */
export interface Worn {
  layers: readonly Layer[];
  palette: Palette;
}

const figure_palette: Palette = { clay: rgb('#cbb79a'), shoe: rgb('#e9e5da'), sole: mix(rgb('#e9e5da'), [120, 110, 90], 0.2) };

/** The studio with the bare figure in it, by scale: the same in every photograph, and half of the work of one. */
const bare = new Map<number, Canvas['pixels']>();

/** Draws the studio photograph: the figure, and what it wears. */
export function drawFigure(worn: readonly Worn[], { scale = 1 }: { scale?: number } = {}): Picture {
  const [width, height] = [Math.round(figure_size.width * scale), Math.round(figure_size.height * scale)];
  const frame: Frame = {
    left: 0,
    top: 0,
    width,
    height,
    scale,
    offset_x: width / 2,
    offset_y: 0,
    cell: cellOf(scale),
    noise: valueNoise(7),
    domes: new Map<readonly string[], Float32Array>(),
  };
  const canvas = blankCanvas(frame);
  canvas.pixels.set(bare.get(scale) ?? drawBare(scale, frame));
  for (const { layers, palette } of worn) drawLayers(layers, frame, [{ canvas, palette }]);
  return { width, height, rgba: new Uint8Array(canvas.pixels.buffer) };
}

function drawBare(scale: number, frame: Frame): Canvas['pixels'] {
  const canvas = blankCanvas(frame);
  paintStudio(canvas);
  drawLayers([...mannequin(), ...shoesOnFeet()], frame, [{ canvas, palette: figure_palette }]);
  bare.set(scale, canvas.pixels);
  return canvas.pixels;
}
