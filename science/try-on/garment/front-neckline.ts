import { boxBlur } from '#science/imaging/box-blur.ts';
import { toColorPlanes } from '#science/imaging/color-planes.ts';
import type { Picture } from '#science/imaging/picture.ts';
import { shrinkPicture } from '#science/imaging/shrink-picture.ts';
import type { Point } from '#science/imaging/trace-outline.ts';
import type { TopLandmarks } from './find-landmarks.ts';

/** The edge of a garment's front at the neck, px of the picture. */
export interface FrontNeckline {
  from: Point;
  to: Point;
  /** How far below the line between its ends it hangs in its middle, px. */
  depth: number;
  /** 1 is a V, 2 a round neck, 5 nearly a square one. */
  roundness: number;
}

/** px from neck to neck at which necklines are read: seams of a collar's rib are blurred away, its edge is not. */
const read_width = 96;
const places = 48;
const roundnesses = [1, 1.4, 2, 2.8, 4];
/** Ends of the edge, in widths between the necks: the neck that was found may lie on the collar's outer fold. */
const insets = [0, 0.05, 0.1, 0.16];
const [shallowest, deepest] = [0.1, 1.2];
/** px of what is read between the two places that are compared across an edge. */
const across = 2.5;
/** Contrast (OKLab, stretched) above which more says no more: a label is not more of a neckline than shade. */
const most_contrast = 16;
/** How much lighter or otherwise coloured the front is in the mean. */
const least_step = 2.2;
/** Shares of the edge that have cloth on both sides; of these, that show a step the same way; of the steps, what is left in their mean. */
const [least_cloth, least_alike, least_even] = [0.4, 0.8, 0.65];
/** How high a back stands above the front at least, in widths of the neckline: less is the front's own hem. */
const least_back = 0.09;
/** The inside of a back lies in shade. */
const in_shade = 1.3;

/**
 * Finds where a garment's front ends at the neck when the inside of its back shows above: the arc from neck to neck along which colour
 * steps most evenly the same way, with cloth on both sides. undefined where there is none: the outline is the neckline. O(arcs x 48).
 */
export function findFrontNeckline(picture: Picture, { left, right }: TopLandmarks): FrontNeckline | undefined {
  const wide = right.neck.x - left.neck.x;
  if (wide < 16) return undefined;
  const top = Math.max(0, Math.floor(Math.min(left.neck.y, right.neck.y) - 0.1 * wide));
  const cropped = cropOf(picture, {
    left: Math.floor(left.neck.x),
    top,
    right: Math.ceil(right.neck.x),
    bottom: Math.ceil(top + 1.5 * wide),
  });
  const scale = Math.max(1, wide / read_width);
  const size = { width: Math.max(1, Math.round(cropped.width / scale)), height: Math.max(1, Math.round(cropped.height / scale)) };
  const read = readerOf(shrinkPicture(cropped, size));
  const into = ({ x, y }: Point): Point => ({ x: (x - Math.floor(left.neck.x)) / scale, y: (y - top) / scale });
  const found = bestArc(read, into(left.neck), into(right.neck));
  if (!found) return undefined;
  const back = ({ x, y }: Point): Point => ({ x: x * scale + Math.floor(left.neck.x), y: y * scale + top });
  return { ...found, from: back(found.from), to: back(found.to), depth: found.depth * scale };
}

/** Row of a neckline's edge at a share 0..1 of its width. */
export function rowAt({ from, to, depth, roundness }: FrontNeckline, share: number): number {
  return from.y + (to.y - from.y) * share + depth * (1 - Math.abs(2 * share - 1) ** roundness);
}

function cropOf({ width, height, data }: Picture, box: { left: number; top: number; right: number; bottom: number }): Picture {
  const [left, right, bottom] = [Math.max(0, box.left), Math.min(width, box.right), Math.min(height, box.bottom)];
  const out = new Uint8ClampedArray((right - left) * (bottom - box.top) * 4);
  for (let y = box.top; y < bottom; y++)
    out.set(data.subarray((y * width + left) * 4, (y * width + right) * 4), (y - box.top) * (right - left) * 4);
  return { width: right - left, height: bottom - box.top, data: out };
}

type Color = readonly [number, number, number];

/** Reads the colour of cloth at a place; undefined where there is none. */
function readerOf(garment: Picture): (x: number, y: number) => Color | undefined {
  const { width, height, data } = garment;
  const planes = toColorPlanes(garment);
  const [l, a, b] = [planes.lightness, planes.a, planes.b].map(
    (plane) => boxBlur({ left: 0, top: 0, width, height, data: plane }, 0.8).data,
  );
  return (x, y) => {
    const [u, v] = [Math.round(x), Math.round(y)];
    if (u < 0 || v < 0 || u >= width || v >= height) return undefined;
    const i = v * width + u;
    return data[i * 4 + 3]! > 127 ? [l![i]!, a![i]!, b![i]!] : undefined;
  };
}

function bestArc(read: ReturnType<typeof readerOf>, left: Point, right: Point): FrontNeckline | undefined {
  const wide = right.x - left.x;
  let best: FrontNeckline | undefined;
  let most = 0;
  for (const inset of insets) {
    const from = { x: left.x + inset * wide, y: left.y };
    const to = { x: right.x - inset * wide, y: right.y };
    for (const roundness of roundnesses)
      for (let depth = shallowest * wide; depth < deepest * wide; depth += 0.015 * wide) {
        const arc = { from, to, depth, roundness };
        const worth = worthOf(read, arc);
        if (worth > most) [best, most] = [arc, worth];
      }
  }
  return best;
}

/** The mean step across an arc, as far as it is the same all along; 0 where it is no neckline. */
function worthOf(read: ReturnType<typeof readerOf>, arc: FrontNeckline): number {
  const thick = least_back * (arc.to.x - arc.from.x);
  for (const share of [0.35, 0.5, 0.65]) {
    const { x, y } = normalAt(arc, share);
    if (!read(x, y - thick)) return 0;
  }
  const steps: Color[] = [];
  let hidden = 0;
  for (let place = 1; place < places; place++) {
    const { x, y, nx, ny } = normalAt(arc, place / places);
    const [above, below] = [read(x - across * nx, y - across * ny), read(x + across * nx, y + across * ny)];
    if (!below && ++hidden > 0.1 * places) return 0;
    if (!below) continue;
    // Right under the outline something of what was behind the garment is mixed in.
    if (above && read(x - 2.2 * across * nx, y - 2.2 * across * ny))
      steps.push(limited([below[0] - above[0], below[1] - above[1], below[2] - above[2]]));
  }
  if (steps.length < least_cloth * places) return 0;
  const mean = ([0, 1, 2] as const).map((c) => steps.reduce((sum, step) => sum + step[c], 0) / steps.length) as [number, number, number];
  const size = Math.hypot(...mean);
  const all = steps.reduce((sum, step) => sum + Math.hypot(...step), 0) / steps.length;
  if (size < least_step || size < least_even * all) return 0;
  const alike = steps.filter((step) => step[0] * mean[0] + step[1] * mean[1] + step[2] * mean[2] > 0.3 * size * size).length / steps.length;
  return alike < least_alike ? 0 : size * alike * alike * (mean[0] > 0 ? in_shade : 1);
}

function limited(step: [number, number, number]): Color {
  const by = Math.min(1, most_contrast / (Math.hypot(...step) || 1));
  return [step[0] * by, step[1] * by, step[2] * by];
}

/** A place on the edge, and the way from it into the front. */
function normalAt(arc: FrontNeckline, share: number): Point & { nx: number; ny: number } {
  const wide = arc.to.x - arc.from.x;
  const step = 0.01;
  const slope = (rowAt(arc, Math.min(1, share + step)) - rowAt(arc, Math.max(0, share - step))) / (2 * step * wide);
  const length = Math.hypot(1, slope);
  return { x: arc.from.x + share * wide, y: rowAt(arc, share), nx: -slope / length, ny: 1 / length };
}
