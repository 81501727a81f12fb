import { fitColorMixture, logDensity } from '#science/imaging/color-mixture.ts';
import type { ColorPlanes } from '#science/imaging/color-planes.ts';
import { findConnectedParts } from '#science/imaging/connected-parts.ts';
import type { Size } from '#science/imaging/picture.ts';
import { closeMask, fillHoles } from '#science/imaging/reshape-mask.ts';
import { logistic } from './logistic.ts';

/** What can be said of a mask without knowing what is right. All 0..1. */
export interface MaskSigns {
  /** Share of the picture. */
  area: number;
  /** Share of its whole outline that is the frame. */
  frame: number;
  /** How well the outline follows edges: share of it where colour changes clearly more than it does nearby in the picture. */
  outline: number;
  /** Mean share by which colours a little inside and a little outside the outline differ. */
  contrast: number;
  /** Share of the mask in its largest part. */
  unity: number;
  /** How like its own mirror image it is, left to right about the best upright axis near its centre (IoU). */
  symmetry: number;
  /** Share it has of itself with gaps closed. */
  solidity: number;
  /** How well colours alone tell inside from outside: the mean probability of being right, both sides weighing the same. */
  separation: number;
}

/** CIELAB units at which two colours side by side are clearly different: about ten times what is just noticeable. */
const clear_difference = 12;

/** Gaussians a side for telling how separate colours are. */
const color_count = 5;
/** Gaps narrower than twice this share of the thing's side are closed for solidity: wider ones are often true. */
const gap_share = 0.15;

/** Looks at a mask [height x width] on its picture. O(pixels). Of an empty mask nothing good is said. */
export function judgeMask(inside: Uint8Array, planes: ColorPlanes): MaskSigns {
  const area = inside.reduce((sum, value) => sum + value, 0);
  if (area === 0) return { area: 0, frame: 0, outline: 0, contrast: 0, unity: 0, symmetry: 0, solidity: 0, separation: 0 };
  const parts = findConnectedParts(inside, planes);
  const of_inside = (values: number[]): number[] => values.filter((_, part) => parts.values[part] === 1);
  const outline = walkOutline(inside, planes);
  const on_frame = of_inside(parts.frame_pixels).reduce((sum, count) => sum + count, 0);
  const closed = fillHoles(closeMask(inside, planes, gap_share * Math.sqrt(area)), planes);
  return {
    area: area / inside.length,
    frame: on_frame / Math.max(1, on_frame + outline.length),
    outline: outline.clear / Math.max(1, outline.length),
    contrast: outline.difference / Math.max(1, outline.length),
    unity: Math.max(...of_inside(parts.areas)) / area,
    symmetry: mirrorLikeness(inside, planes),
    solidity: area / closed.reduce((sum, value) => sum + value, 0),
    separation: colorSeparation(inside, planes),
  };
}

/** The axis may be this share of the width off the centre of mass: a sleeve lies out, a foot points aside. */
const axis_slack = 0.03;

function mirrorLikeness(inside: Uint8Array, { width }: Size): number {
  let [area, x_sum] = [0, 0];
  for (let i = 0; i < inside.length; i++) {
    area += inside[i]!;
    x_sum += inside[i]! * (i % width);
  }
  const slack = Math.ceil(axis_slack * width * 2);
  let best = 0;
  for (let twice = Math.round((2 * x_sum) / area) - slack, last = twice + 2 * slack; twice <= last; twice++) {
    let both = 0;
    for (let i = 0; i < inside.length; i++) {
      const x = i % width;
      const other = twice - x;
      if (inside[i] === 1 && other >= 0 && other < width) both += inside[i - x + other]!;
    }
    best = Math.max(best, both / (2 * area - both));
  }
  return best;
}

function colorSeparation(inside: Uint8Array, planes: ColorPlanes): number {
  const weights = Float32Array.from(inside);
  const own = fitColorMixture(planes, weights, { count: color_count });
  const other = fitColorMixture(
    planes,
    weights.map((weight) => 1 - weight),
    { count: color_count },
  );
  if (own.count === 0 || other.count === 0) return 0;
  const [own_density, other_density] = [logDensity(planes, own), logDensity(planes, other)];
  let [right_inside, right_outside, area] = [0, 0, 0];
  for (let i = 0; i < inside.length; i++) {
    const p = logistic(own_density[i]! - other_density[i]!);
    if (inside[i] === 1) {
      area++;
      right_inside += p;
    } else right_outside += 1 - p;
  }
  return (right_inside / area + right_outside / (inside.length - area)) / 2;
}

function walkOutline(inside: Uint8Array, planes: ColorPlanes): { length: number; clear: number; difference: number } {
  const { width, height } = planes;
  const reach = Math.max(1, Math.round(Math.min(width, height) / 80));
  let [length, clear, difference] = [0, 0, 0];
  const visit = (i: number, j: number, room: number, step: number): void => {
    if (inside[i] === inside[j]) return;
    length++;
    const far = Math.min(reach, room);
    const change = colorChange(planes, i - step * far, j + step * far);
    difference += 1 - Math.exp(-change / clear_difference);
    if (colorChange(planes, i - step, j + step) > clear_difference) clear++;
  };
  for (let y = 1, i = width + 1; y < height - 2; y++, i += 3)
    for (let x = 1; x < width - 2; x++, i++) {
      visit(i, i + 1, Math.min(x, width - 2 - x), 1);
      visit(i, i + width, Math.min(y, height - 2 - y), width);
    }
  return { length, clear, difference };
}

function colorChange({ lightness, a, b }: ColorPlanes, i: number, j: number): number {
  return Math.hypot(lightness[i]! - lightness[j]!, a[i]! - a[j]!, b[i]! - b[j]!);
}
