import { findConnectedParts } from '#science/imaging/connected-parts.ts';
import { maskWhere } from '#science/imaging/mask-where.ts';
import { type Picture, sizeWithin } from '#science/imaging/picture.ts';
import { openMask } from '#science/imaging/reshape-mask.ts';
import { shrinkPicture } from '#science/imaging/shrink-picture.ts';
import { type Point, traceOutline } from '#science/imaging/trace-outline.ts';
import { partSides, type SidePath } from './side-path.ts';
import { findTopSide, type TopSide } from './top-side.ts';

/** Where the seams of a top, jacket or dress lie; left is left in the picture. */
export interface TopLandmarks {
  axis_x: number;
  /** Row of the hem in the middle: at the sides it may be higher, as of a shirt, or straps may hang down there. */
  hem_y: number;
  left: TopSide;
  right: TopSide;
}

/** The one thing that a cut-out shows, without threads and specks: [height x width], 0 or 1. */
export function solidMask({ width, height, data }: Picture): Uint8Array {
  const mask = maskWhere(width * height, (i) => data[i * 4 + 3]! > 127);
  const opened = openMask(mask, { width, height }, Math.max(1, Math.round(Math.max(width, height) / 256)));
  const parts = findConnectedParts(opened, { width, height });
  let largest = -1;
  for (let part = 0; part < parts.count; part++)
    if (parts.values[part] === 1 && (largest < 0 || parts.areas[part]! > parts.areas[largest]!)) largest = part;
  return maskWhere(width * height, (i) => parts.of[i] === largest);
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
  return {
    axis_x: axis_x * scale,
    hem_y: left.down.at(-1)! * scale,
    ...levelNecks(agree(sideOf(left), sideOf(right), axis_x * scale), axis_x * scale),
  };
}

/** Straps and frills hide where a neckline ends: the higher end stands for both. */
function levelNecks({ left, right }: Pick<TopLandmarks, 'left' | 'right'>, axis_x: number): Pick<TopLandmarks, 'left' | 'right'> {
  const apart = left.neck.y - right.neck.y;
  if (Math.abs(apart) < uneven_necks * (right.neck.x - left.neck.x)) return { left, right };
  const mirrored = (neck: Point): Point => ({ x: 2 * axis_x - neck.x, y: neck.y });
  return apart > 0 ? { left: { ...left, neck: mirrored(right.neck) }, right } : { left, right: { ...right, neck: mirrored(left.neck) } };
}

/** Ends of necklines differ in height by less, in widths of the neck. */
const uneven_necks = 0.12;

/** A cuff this many times wider than the other one was not found. */
const uneven_cuffs = 1.8;

/** Clothes have two sides alike: where only one sleeve was made out, or one cuff is far wider, the better side stands for both. */
function agree(left: TopSide, right: TopSide, axis_x: number): Pick<TopLandmarks, 'left' | 'right'> {
  const [l, r] = [left.sleeve, right.sleeve];
  const mirrored = (side: TopSide): TopSide => mapSide(side, ({ x, y }) => ({ x: 2 * axis_x - x, y }));
  if (l && r) {
    const [of_left, of_right] = [cuffOf(l), cuffOf(r)];
    if (of_left > uneven_cuffs * of_right) return { left: { ...mirrored(right), hem: left.hem }, right };
    if (of_right > uneven_cuffs * of_left) return { left, right: { ...mirrored(left), hem: right.hem } };
    return { left, right };
  }
  const found = l ? left : right;
  if (!found.sleeve) return { left, right };
  const is_long = distanceOf(found.shoulder, found.sleeve.outer.at(-1)!) > 0.6 * distanceOf(left.armpit, right.armpit);
  const other = l ? right : left;
  if (is_long) return l ? { left, right: mirrored(left) } : { left: mirrored(right), right };
  return l ? { left: mirrored(other), right } : { left, right: mirrored(other) };
}

const cuffOf = ({ outer, inner }: NonNullable<TopSide['sleeve']>): number => distanceOf(outer.at(-1)!, inner.at(-1)!);
const distanceOf = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

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

const scaleSide = (side: TopSide, scale: number): TopSide => mapSide(side, ({ x, y }) => ({ x: x * scale, y: y * scale }));

function mapSide({ neck, shoulder, armpit, hem, side, sleeve, plausibility }: TopSide, at: (point: Point) => Point): TopSide {
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
