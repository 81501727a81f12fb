import type { Point } from '../imaging/trace-outline.ts';
import type { Pixels } from './compose-look.ts';
import { type AnchorName, anchor_names, type Anchors } from './find-anchors.ts';

/** How far each point was moved, in shares of the picture; what was not moved holds the cloth where it is. */
export type Nudges = Partial<Record<AnchorName, Point>>;

/** Sides of the squares in which the way of the cloth is worked out, px: finer is not seen, and takes longer. */
const square = 8;
/** Keeps a point from pulling without end where it stands, in shares of the picture, squared. */
const softness = 1e-5;

/**
 * Moves cloth with its anchors: each pixel is fetched from where it was, by the ways of all anchors weighed with 1 / distance^4
 * (Shepard's interpolation of the backward map; exact at the anchors). Returns the same where nothing was moved. O(pixels).
 */
export function nudgeCloth(layer: Pixels, anchors: Anchors, nudges: Nudges): Pixels {
  if (Object.keys(nudges).length === 0) return layer;
  const { width, height } = layer;
  const [columns, rows] = [Math.ceil(width / square) + 1, Math.ceil(height / square) + 1];
  const ways = new Float32Array(columns * rows * 2);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const way = wayAt({ x: (column * square) / width, y: (row * square) / height }, anchors, nudges);
      ways.set([way.x * width, way.y * height], (row * columns + column) * 2);
    }
  const data = new Uint8ClampedArray(layer.data.length);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / square);
    const down = y / square - row;
    for (let x = 0; x < width; x++) {
      const column = Math.floor(x / square);
      const right = x / square - column;
      const at = (row * columns + column) * 2;
      const below = at + columns * 2;
      const along = (i: number): number =>
        (ways[at + i]! * (1 - right) + ways[at + 2 + i]! * right) * (1 - down) +
        (ways[below + i]! * (1 - right) + ways[below + 2 + i]! * right) * down;
      fetch(layer, { x: x - along(0), y: y - along(1) }, data, (y * width + x) * 4);
    }
  }
  return { width, height, data };
}

/** How far the cloth that lies at a place now was moved, in shares of the picture. */
export function wayAt({ x, y }: Point, anchors: Anchors, nudges: Nudges): Point {
  let [sum_x, sum_y, weights] = [0, 0, 0];
  for (const name of anchor_names) {
    const way = nudges[name] ?? { x: 0, y: 0 };
    const home = anchors[name];
    const squared = (x - home.x - way.x) ** 2 + (y - home.y - way.y) ** 2 + softness;
    const weight = 1 / squared ** 2;
    sum_x += way.x * weight;
    sum_y += way.y * weight;
    weights += weight;
  }
  return { x: sum_x / weights, y: sum_y / weights };
}

/** Blends the four pixels around a place; colours count as much as they are opaque. Beyond the edge is nothing. */
function fetch({ width, height, data }: Pixels, { x, y }: Point, into: Uint8ClampedArray, to: number): void {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [right, down] = [x - left, y - top];
  let [r, g, b, opacity] = [0, 0, 0, 0];
  for (let corner = 0; corner < 4; corner++) {
    const [dx, dy] = [corner & 1, corner >> 1];
    const [px, py] = [left + dx, top + dy];
    if (px < 0 || py < 0 || px >= width || py >= height) continue;
    const share = (dx ? right : 1 - right) * (dy ? down : 1 - down);
    const from = (py * width + px) * 4;
    const weight = share * data[from + 3]!;
    r += data[from]! * weight;
    g += data[from + 1]! * weight;
    b += data[from + 2]! * weight;
    opacity += weight;
  }
  if (opacity === 0) return;
  into[to] = r / opacity;
  into[to + 1] = g / opacity;
  into[to + 2] = b / opacity;
  into[to + 3] = opacity;
}
