import type { Picture } from '#science/imaging/picture.ts';
import type { TopLandmarks } from './find-landmarks.ts';
import type { TopSide } from './top-side.ts';

/** The same garment three times, each with the opacity of one part of it. */
export interface TopParts {
  torso: Picture;
  left_sleeve?: Picture;
  right_sleeve?: Picture;
}

/** How far the body of the garment goes on under a sleeve, in widths between the armpits: no gap opens when the sleeve turns. */
const overlap = 0.03;

/** Cuts sleeves off at their seams: shoulder to armpit, then down the side. */
export function partTop(garment: Picture, { left, right }: TopLandmarks): TopParts {
  const { width, height } = garment;
  const under = overlap * (right.armpit.x - left.armpit.x);
  const seams = { left: left.sleeve && seamOf(left, height, -1), right: right.sleeve && seamOf(right, height, 1) };
  const cut = (is: (x: number, y: number) => boolean): Picture => {
    const data = new Uint8ClampedArray(garment.data);
    for (let y = 0, i = 3; y < height; y++) for (let x = 0; x < width; x++, i += 4) if (!is(x, y)) data[i] = 0;
    return { width, height, data };
  };
  const parts: TopParts = {
    torso: cut((x, y) => (!seams.left || x >= seams.left[y]! - under) && (!seams.right || x <= seams.right[y]! + under)),
  };
  if (seams.left) parts.left_sleeve = cut((x, y) => x < seams.left![y]!);
  if (seams.right) parts.right_sleeve = cut((x, y) => x > seams.right![y]!);
  return parts;
}

/** Where the seam of a side lies in each row. */
function seamOf({ shoulder, armpit, side }: TopSide, height: number, way: 1 | -1): Float32Array {
  const seam = new Float32Array(height).fill(shoulder.x);
  for (let y = Math.max(0, Math.round(shoulder.y)); y < height; y++)
    seam[y] = armpit.x + (shoulder.x - armpit.x) * Math.max(0, (armpit.y - y) / Math.max(1, armpit.y - shoulder.y));
  // Below the armpit the side itself, a hair outside of it.
  let lowest = Math.round(armpit.y);
  for (const point of side) {
    const y = Math.round(point.y);
    if (y < lowest || y >= height) continue;
    for (let row = lowest; row <= y; row++) seam[row] = point.x + 2 * way;
    lowest = y + 1;
  }
  for (let y = lowest; y < height; y++) seam[y] = seam[lowest - 1] ?? armpit.x;
  return seam;
}
