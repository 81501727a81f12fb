import type { Raster } from '#science/imaging/raster.ts';

/** Under this many cells a side the coarsest grid is solved by itself. */
const coarsest = 16;
const sweeps = 5;
/** Over-relaxation; 2 would not settle. */
const relaxation = 1.7;

/**
 * Gives how high a sheet stands that is fixed at the border of a mask and blown up from beneath, in cells: the square
 * root of twice the solution of Poisson's equation with a load of 1. A disc of radius r becomes r² / 2 - d² / 2 under the
 * root, so a sphere's cap. Solved on grids from coarse to fine (successive over-relaxation), within some 2 %.
 * Input: coverage 0 to 1, cells above .5 are inside. O(cells).
 */
export function inflate(mask: Raster): Float32Array {
  const { width, height } = mask;
  const load = solve(mask.data, width, height);
  return load.map((value) => Math.sqrt(Math.max(0, 2 * value)));
}

function solve(inside: Float32Array, width: number, height: number): Float32Array {
  const field = new Float32Array(width * height);
  const is_coarsest = Math.min(width, height) <= coarsest;
  if (!is_coarsest) startFromCoarser(field, inside, { width, height });
  const rounds = is_coarsest ? sweeps * 14 : sweeps;
  for (let sweep = 0; sweep < rounds; sweep += 1) relax(field, inside, { width, height });
  return field;
}

interface Size {
  width: number;
  height: number;
}

/** Solves it at half the size; a cell twice as wide bears four times the load. */
function startFromCoarser(field: Float32Array, inside: Float32Array, { width, height }: Size): void {
  const [w, h] = [Math.ceil(width / 2), Math.ceil(height / 2)];
  const coarse = new Float32Array(w * h);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) coarse[(y >> 1) * w + (x >> 1)]! += inside[y * width + x]! * 0.25;
  const solved = solve(coarse, w, h);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) field[y * width + x] = inside[y * width + x]! > 0.5 ? 4 * solved[(y >> 1) * w + (x >> 1)]! : 0;
}

function relax(field: Float32Array, inside: Float32Array, { width, height }: Size): void {
  for (let y = 0; y < height; y += 1) {
    const is_top = y === 0;
    const is_bottom = y + 1 === height;
    for (let x = 0, at = y * width; x < width; x += 1, at += 1) {
      if (inside[at]! <= 0.5) continue;
      const left = x > 0 ? field[at - 1]! : 0;
      const right = x + 1 < width ? field[at + 1]! : 0;
      const above = is_top ? 0 : field[at - width]!;
      const below = is_bottom ? 0 : field[at + width]!;
      const own = field[at]!;
      field[at] = own + relaxation * ((left + right + above + below + 1) * 0.25 - own);
    }
  }
}
