import { fillPath } from '#science/imaging/fill-path.ts';
import { boxBlur } from '#science/imaging/box-blur.ts';
import { blankRaster, type Box, type Raster } from '#science/imaging/raster.ts';
import type { Frame } from './frame.ts';
import type { Fold } from './layer.ts';

/** Folds whose softness differs by less are blurred together, units. */
const blur_step = 3;
const pieces = 20;

/** Adds folds to a height field over `box` (in cells), in units. */
export function addFolds(heights: Float32Array, folds: readonly Fold[], { frame, box }: { frame: Frame; box: Box }): void {
  const cells_per_unit = frame.scale / frame.cell;
  for (const [key, group] of Map.groupBy(folds, (fold) => Math.max(1, Math.round((fold.blur ?? fold.width * 0.42) / blur_step)))) {
    const sum = blankRaster(box);
    for (const fold of group) addLens(sum, fold, frame);
    const soft = boxBlur(sum, key * blur_step * cells_per_unit);
    for (let i = 0; i < heights.length; i += 1) heights[i]! += soft.data[i]!;
  }
}

/** Adds one fold: a lens whose sides are `width` apart in its middle. */
function addLens(sum: Raster, fold: Fold, frame: Frame): void {
  const left: number[] = [];
  const right: number[] = [];
  for (let i = 0; i <= pieces; i += 1) {
    const t = i / pieces;
    const [x, y] = pointAt(fold.points, t);
    const [x0, y0] = pointAt(fold.points, Math.max(0, t - 0.02));
    const [x1, y1] = pointAt(fold.points, Math.min(1, t + 0.02));
    const long = Math.hypot(x1 - x0, y1 - y0) || 1;
    const half = (fold.width / 2) * taper(t, fold.open) ** 0.6;
    const [nx, ny] = [(-(y1 - y0) / long) * half, ((x1 - x0) / long) * half];
    left.push(...toCell(x + nx, y + ny, frame));
    right.unshift(...toCell(x - nx, y - ny, frame));
  }
  const cover = fillPath([{ points: [...left, ...right], is_closed: true }], sum);
  for (let y = 0; y < cover.height; y += 1) {
    const at = (cover.top - sum.top + y) * sum.width + cover.left - sum.left;
    for (let x = 0; x < cover.width; x += 1) sum.data[at + x]! += cover.data[y * cover.width + x]! * fold.height;
  }
}

function taper(t: number, open: Fold['open']): number {
  if (open === 'start') return Math.cos((t * Math.PI) / 2);
  if (open === 'end') return Math.sin((t * Math.PI) / 2);
  return Math.max(0, Math.sin(t * Math.PI));
}

const toCell = (x: number, y: number, { scale, offset_x, offset_y, cell }: Frame): [number, number] => [
  (x * scale + offset_x) / cell,
  (y * scale + offset_y) / cell,
];

/** The point of a Bézier curve of any degree at t (de Casteljau). */
function pointAt(points: Fold['points'], t: number): readonly [number, number] {
  if (points.length === 1) return points[0]!;
  return pointAt(
    points.slice(1).map(([x, y], i): readonly [number, number] => {
      const [px, py] = points[i]!;
      return [px + (x - px) * t, py + (y - py) * t];
    }),
    t,
  );
}
