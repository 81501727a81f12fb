import type { Picture, Size } from './picture.ts';

/** A picture in the making, premultiplied: [height x width x 4], colours 0..255 times opacity 0..1. */
export interface Canvas extends Size {
  data: Float32Array;
}

/** Corners of quads: `columns + 1` places a row, `rows + 1` rows, each where it lies in the texture and on the canvas (px). */
export interface Mesh {
  columns: number;
  rows: number;
  /** [(rows + 1) x (columns + 1) x 2] */
  from: Float32Array;
  to: Float32Array;
}

export const blankCanvas = ({ width, height }: Size): Canvas => ({ width, height, data: new Float32Array(width * height * 4) });

/** Makes a mesh from what lies at each share (across, down) of it, 0..1. */
export function makeMesh(
  { columns, rows }: { columns: number; rows: number },
  placeAt: (across: number, down: number) => { from: { x: number; y: number }; to: { x: number; y: number } },
): Mesh {
  const count = (columns + 1) * (rows + 1);
  const mesh: Mesh = { columns, rows, from: new Float32Array(count * 2), to: new Float32Array(count * 2) };
  for (let row = 0, i = 0; row <= rows; row++)
    for (let column = 0; column <= columns; column++, i += 2) {
      const { from, to } = placeAt(column / columns, row / rows);
      mesh.from.set([from.x, from.y], i);
      mesh.to.set([to.x, to.y], i);
    }
  return mesh;
}

/**
 * Lays a picture with opacity [RGBA] over a canvas, stretched as its mesh says, read linearly. Where quads fold over each other the
 * later one lies above. O(px covered).
 */
export function drawMesh(canvas: Canvas, texture: Picture, { columns, rows, from, to }: Mesh): void {
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const a = row * (columns + 1) + column;
      const [b, c, d] = [a + 1, a + columns + 1, a + columns + 2];
      for (const corners of [
        [a, b, c],
        [b, d, c],
      ] as const)
        drawTriangle(canvas, texture, corners, from, to);
    }
}

function drawTriangle(
  canvas: Canvas,
  texture: Picture,
  [a, b, c]: readonly [number, number, number],
  from: Float32Array,
  to: Float32Array,
): void {
  const [ax, ay, bx, by, cx, cy] = [to[2 * a]!, to[2 * a + 1]!, to[2 * b]!, to[2 * b + 1]!, to[2 * c]!, to[2 * c + 1]!];
  const area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
  if (Math.abs(area) < 1e-6) return;
  const [left, right] = [
    Math.max(0, Math.ceil(Math.min(ax, bx, cx) - 0.5)),
    Math.min(canvas.width - 1, Math.floor(Math.max(ax, bx, cx) - 0.5)),
  ];
  const [top, bottom] = [
    Math.max(0, Math.ceil(Math.min(ay, by, cy) - 0.5)),
    Math.min(canvas.height - 1, Math.floor(Math.max(ay, by, cy) - 0.5)),
  ];
  for (let y = top; y <= bottom; y++)
    for (let x = left; x <= right; x++) {
      const [px, py] = [x + 0.5, y + 0.5];
      const of_b = ((px - ax) * (cy - ay) - (cx - ax) * (py - ay)) / area;
      const of_c = ((bx - ax) * (py - ay) - (px - ax) * (by - ay)) / area;
      const of_a = 1 - of_b - of_c;
      if (of_a < 0 || of_b < 0 || of_c < 0) continue;
      const u = of_a * from[2 * a]! + of_b * from[2 * b]! + of_c * from[2 * c]!;
      const v = of_a * from[2 * a + 1]! + of_b * from[2 * b + 1]! + of_c * from[2 * c + 1]!;
      layPixel(canvas, (y * canvas.width + x) * 4, texture, u - 0.5, v - 0.5);
    }
}

/** Reads the texture between four pixels and lays what is read over what is there. */
function layPixel({ data: out }: Canvas, at: number, { width, height, data }: Picture, u: number, v: number): void {
  const [x0, y0] = [Math.floor(u), Math.floor(v)];
  const [fx, fy] = [u - x0, v - y0];
  let [red, green, blue, opacity] = [0, 0, 0, 0];
  for (let corner = 0; corner < 4; corner++) {
    const [x, y] = [x0 + (corner & 1), y0 + (corner >> 1)];
    if (x < 0 || y < 0 || x >= width || y >= height) continue;
    const i = (y * width + x) * 4;
    const weight = (corner & 1 ? fx : 1 - fx) * (corner >> 1 ? fy : 1 - fy) * (data[i + 3]! / 255);
    red += weight * data[i]!;
    green += weight * data[i + 1]!;
    blue += weight * data[i + 2]!;
    opacity += weight;
  }
  if (opacity <= 0) return;
  const under = 1 - opacity;
  out[at] = red + under * out[at]!;
  out[at + 1] = green + under * out[at + 1]!;
  out[at + 2] = blue + under * out[at + 2]!;
  out[at + 3] = opacity + under * out[at + 3]!;
}
