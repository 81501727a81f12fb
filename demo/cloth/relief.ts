import { boxBlur } from '#science/imaging/box-blur.ts';
import { fillPath } from '#science/imaging/fill-path.ts';
import { blankRaster, type Box, type Raster } from '#science/imaging/raster.ts';
import { strokePath } from '#science/imaging/stroke-path.ts';
import { addFolds } from './fold.ts';
import { cellsOf, place, type Frame } from './frame.ts';
import { inflate } from './inflate.ts';
import type { Layer, Rumple } from './layer.ts';

/** The soft shape of a layer, one value a cell over `box`. */
export interface Relief {
  box: Box;
  slope_x: Float32Array;
  slope_y: Float32Array;
  /** How far a cell lies below its surroundings, as a change of brightness. */
  occlusion: Float32Array;
}

/** How far around a cell its surroundings reach, units. */
const surroundings = 14;
/** Brightness lost or won by a unit below or above them, and at most. */
const occlusion_per_unit = 0.022;
const darkest = -0.28;
const brightest = 0.12;
/** How wide the cloth is drawn in beside a seam, units, and how deep. */
const seam_pull = { blur: 5, depth: 2.6 };

/** Works out the soft shape of a layer: swelling, folds, rumples, and what seams draw in. `mask` is its coverage in pixels. */
export function makeRelief(layer: Layer, mask: Raster, frame: Frame): Relief {
  const cells = toCells(mask, frame.cell);
  const heights = swell(layer, cells, frame);
  addFolds(heights, layer.folds ?? [], { frame, box: cells });
  if (layer.rumple) addRumple(heights, layer.rumple, { cells, frame, seed: layer.seed ?? 3 });
  addSeamPull(heights, layer, { cells, frame });
  return slopesOf({ ...cells, data: heights }, frame);
}

/** Averages pixels into cells; a layer's box begins at a whole cell. */
function toCells(mask: Raster, cell: number): Raster {
  const cells = blankRaster({
    left: mask.left / cell,
    top: mask.top / cell,
    width: Math.ceil(mask.width / cell),
    height: Math.ceil(mask.height / cell),
  });
  const share = 1 / (cell * cell);
  for (let y = 0; y < mask.height; y += 1) {
    let to = Math.floor(y / cell) * cells.width;
    let from = y * mask.width;
    for (let column = 0; column < cells.width; column += 1, to += 1) {
      let sum = 0;
      const end = Math.min(from + cell, (y + 1) * mask.width);
      for (; from < end; from += 1) sum += mask.data[from]!;
      cells.data[to]! += sum * share;
    }
  }
  return cells;
}

function swell(layer: Layer, cells: Raster, frame: Frame): Float32Array {
  const unit_per_cell = frame.cell / frame.scale;
  const domes = (layer.swell_with ? swellTogether(layer.swell_with, cells, frame) : inflate(cells)).map((value) => value * unit_per_cell);
  const { height } = layer;
  const reach = layer.reach ?? (Math.abs(height) < 12 ? 1400 : 8000);
  if (layer.rise === 'tube') return boxBlur({ ...cells, data: domes }, 2.4 / unit_per_cell).data.map((dome) => dome * height);
  if (layer.rise === 'puff')
    return boxBlur({ ...cells, data: domes }, 2.4 / unit_per_cell).data.map((dome) => height * Math.tanh(dome / (Math.abs(height) * 1.8)));
  const risen = domes.map((dome) => height * (1 - Math.exp(-(dome * dome) / reach)));
  return boxBlur({ ...cells, data: risen }, 1.5 / unit_per_cell).data;
}

/** Inflates several shapes as one, and cuts out what lies under these cells. */
function swellTogether(shapes: readonly string[], cells: Box, frame: Frame): Float32Array {
  const whole = cellsOf(frame);
  const domes = frame.domes.get(shapes) ?? inflateTogether(shapes, frame);
  frame.domes.set(shapes, domes);
  const cut = new Float32Array(cells.width * cells.height);
  for (let y = 0; y < cells.height; y += 1)
    for (let x = 0; x < cells.width; x += 1) {
      const wx = x + cells.left;
      const wy = y + cells.top;
      if (wx >= 0 && wy >= 0 && wx < whole.width && wy < whole.height) cut[y * cells.width + x] = domes[wy * whole.width + wx]!;
    }
  return cut;
}

function inflateTogether(shapes: readonly string[], frame: Frame): Float32Array {
  const whole = blankRaster(cellsOf(frame));
  for (const d of shapes) {
    const cover = fillPath(place(d, frame, 'cell'), whole);
    for (let y = 0; y < cover.height; y += 1)
      for (let x = 0; x < cover.width; x += 1) {
        const at = (y + cover.top) * whole.width + x + cover.left;
        whole.data[at] = Math.max(whole.data[at]!, cover.data[y * cover.width + x]!);
      }
  }
  return inflate(whole);
}

function addRumple(heights: Float32Array, rumple: Rumple, { cells, frame, seed }: { cells: Box; frame: Frame; seed: number }): void {
  const { noise } = frame;
  const { height, scale = 110, angle = 0, stretch = 1, crease = 0 } = rumple;
  const [cos, sin] = [Math.cos(angle) / scale, Math.sin(angle) / scale];
  const unit = frame.cell / frame.scale;
  const [left, top] = [frame.offset_x / frame.scale, frame.offset_y / frame.scale];
  for (let y = 0; y < cells.height; y += 1)
    for (let x = 0; x < cells.width; x += 1) {
      const px = (cells.left + x) * unit - left;
      const py = (cells.top + y) * unit - top;
      const u = (px * cos + py * sin) * stretch + seed * 7.31;
      const v = py * cos - px * sin + seed * 3.17;
      const broad = noise(u, v);
      let bump = height * (broad * 1.5 + noise(u * 2.3 + 9, v * 1.6) * 0.42 + noise(u * 5.1, v * 4.7 + 4) * 0.1);
      // A ridge where warped noise crosses its middle: creases that wander and end.
      if (crease > 0) bump += crease * creaseAt(u + broad * 0.8, v - broad * 0.8, noise);
      heights[y * cells.width + x]! += bump;
    }
}

/** 0 to 1: soft ridges along the contour of noise, strong in some places only. */
function creaseAt(u: number, v: number, noise: Frame['noise']): number {
  const line = 1 - Math.abs(2 * noise(u * 0.9, v * 1.5 + 40) - 1);
  const strength = Math.max(0, noise(u * 0.7 + 70, v * 0.7) * 1.8 - 0.7);
  return line * line * line * line * strength;
}

function addSeamPull(heights: Float32Array, { seams = [], ridges = [] }: Layer, { cells, frame }: { cells: Box; frame: Frame }): void {
  const per_unit = frame.scale / frame.cell;
  const lines = [
    ...seams.map(({ d, width = 2.2, depth = 1 }) => ({ d, width, height: -seam_pull.depth * depth, blur: seam_pull.blur })),
    ...ridges.map(({ d, width, height }) => ({ d, width, height, blur: 2.2 })),
  ];
  for (const [blur, group] of Map.groupBy(lines, (line) => line.blur)) {
    const sum = blankRaster(cells);
    for (const { d, width, height } of group) {
      // A line thinner than a cell would be lost between rows; it is drawn wider and weaker.
      const drawn = Math.max(1, width * per_unit);
      const cover = strokePath(place(d, frame, 'cell'), { width: drawn }, cells);
      const by = (height * width * per_unit) / drawn;
      for (let y = 0; y < cover.height; y += 1) {
        const at = (cover.top - cells.top + y) * cells.width + cover.left - cells.left;
        for (let x = 0; x < cover.width; x += 1) sum.data[at + x]! += cover.data[y * cover.width + x]! * by;
      }
    }
    const soft = boxBlur(sum, blur * per_unit);
    for (let i = 0; i < heights.length; i += 1) heights[i]! += soft.data[i]!;
  }
}

function slopesOf(heights: Raster, frame: Frame): Relief {
  const { width, height, data } = heights;
  const unit = frame.cell / frame.scale;
  const around = boxBlur(heights, surroundings / unit).data;
  const slope_x = new Float32Array(data.length);
  const slope_y = new Float32Array(data.length);
  const occlusion = new Float32Array(data.length);
  for (let y = 0; y < height; y += 1) {
    const above = Math.max(0, y - 1) * width;
    const below = Math.min(height - 1, y + 1) * width;
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      slope_x[at] = (data[x + 1 < width ? at + 1 : at]! - data[x > 0 ? at - 1 : at]!) / (2 * unit);
      slope_y[at] = (data[below + x]! - data[above + x]!) / (2 * unit);
      occlusion[at] = Math.max(darkest, Math.min(brightest, (data[at]! - around[at]!) * occlusion_per_unit));
    }
  }
  return { box: heights, slope_x, slope_y, occlusion };
}
