import { findConnectedParts } from '#science/imaging/connected-parts.ts';
import { type Picture, sizeWithin } from '#science/imaging/picture.ts';
import { openMask } from '#science/imaging/reshape-mask.ts';
import { shrinkPicture } from '#science/imaging/shrink-picture.ts';
import { type Point, traceOutline } from '#science/imaging/trace-outline.ts';
import { partSides, type SidePath } from './side-path.ts';
import { findTopSide, type TopSide } from './top-side.ts';

/** Where the seams of a top, jacket or dress lie; left is left in the picture. */
export interface TopLandmarks {
  axis_x: number;
  left: TopSide;
  right: TopSide;
}

/** The one thing that a cut-out shows, without threads and specks: [height x width], 0 or 1. */
export function solidMask({ width, height, data }: Picture): Uint8Array {
  const mask = Uint8Array.from({ length: width * height }, (_, i) => (data[i * 4 + 3]! > 127 ? 1 : 0));
  const opened = openMask(mask, { width, height }, Math.max(1, Math.round(Math.max(width, height) / 256)));
  const parts = findConnectedParts(opened, { width, height });
  let largest = -1;
  for (let part = 0; part < parts.count; part++)
    if (parts.values[part] === 1 && (largest < 0 || parts.areas[part]! > parts.areas[largest]!)) largest = part;
  return Uint8Array.from(parts.of, (part) => (part === largest ? 1 : 0));
}

/** Longer side, px, at which outlines are read: a cuff is still ten pixels wide, and a thread none. */
const outline_side = 512;

/** Finds the seams of a top or dress in its cut-out; undefined where there is no garment. O(pixels + outline²). */
export function findTopLandmarks(picture: Picture): TopLandmarks | undefined {
  const garment = shrinkPicture(picture, sizeWithin(picture, outline_side));
  const scale = picture.width / garment.width;
  const mask = solidMask(garment);
  const outline = traceOutline(mask, garment);
  if (outline.length < 40) return undefined;
  const axis_x = axisOf(mask, garment);
  const ys = outline.map(({ y }) => y);
  const height = Math.max(...ys) - Math.min(...ys);
  const { left, right } = partSides(outline, axis_x);
  const sideOf = (path: SidePath): TopSide => scaleSide(findTopSide(path, height), scale);
  return { axis_x: axis_x * scale, left: sideOf(left), right: sideOf(right) };
}

/** The middle between left and right: the median of the middles of the rows' own spans. */
function axisOf(mask: Uint8Array, { width, height }: Picture): number {
  const middles: number[] = [];
  for (let y = 0; y < height; y++) {
    const row = mask.subarray(y * width, (y + 1) * width);
    const first = row.indexOf(1);
    if (first >= 0) middles.push((first + row.lastIndexOf(1)) / 2);
  }
  return middles.toSorted((a, b) => a - b)[Math.floor(middles.length / 2)] ?? width / 2;
}

function scaleSide({ neck, shoulder, armpit, hem, side, sleeve, plausibility }: TopSide, scale: number): TopSide {
  const at = ({ x, y }: Point): Point => ({ x: x * scale, y: y * scale });
  return {
    neck: at(neck),
    shoulder: at(shoulder),
    armpit: at(armpit),
    hem: at(hem),
    side: side.map(at),
    ...(sleeve && { sleeve: { outer: sleeve.outer.map(at), inner: sleeve.inner.map(at) } }),
    plausibility,
  };
}
