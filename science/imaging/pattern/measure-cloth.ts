import { cropToCloth } from './crop-to-cloth.ts';
import { clothBlobs, spreadOf } from './cloth-blobs.ts';
import { clothDetail, type ClothDetail } from './cloth-detail.ts';
import { clothRepeats } from './cloth-repeats.ts';
import { measureLines, type LineRepeats } from './line-repeats.ts';
import { dominantColors } from '../dominant-colors.ts';
import type { Picture } from '../picture.ts';

/** What is measured of a cloth to tell its pattern; each about 0..1, in this order. */
export const cloth_measures = [
  'contrast_lightness',
  'contrast_color',
  'outliers',
  'edges',
  'sharp_edges',
  'edges_one_way',
  'edges_two_ways',
  'lines_along',
  'lines_across',
  'lines_period',
  'crossing_across',
  'crossing_along',
  'diagonal',
  'repeats_mean',
  'dots',
  'dots_share',
  'dots_reach',
  'dots_spread',
  'second_color',
  'second_distance',
  'third_color',
] as const;
export type ClothMeasure = (typeof cloth_measures)[number];
export type ClothMeasures = Record<ClothMeasure, number>;

/** px: the square root of the cloth's area when it is measured. */
const measured_scale = 150;
/** px at that scale: a large check repeats within it. */
const reach = 44;
/** px: with the reach beside it, it fits a Fourier transform of 256 px. */
const side_max = 256 - reach;

/** Measures a cloth; `alpha` [height x width] 0..255. Nothing when there is too little cloth to look at. About 40 ms. */
export function measureCloth(picture: Picture, alpha: Uint8Array): ClothMeasures | undefined {
  const cloth = cropToCloth(picture, alpha, { scale: measured_scale, side: side_max });
  if (!cloth) return undefined;
  const detail = clothDetail(cloth.picture, cloth.alpha);
  if (detail.weight.reduce((sum, value) => sum + value, 0) < 400) return undefined;
  return {
    ...measureContrast(detail),
    ...measureEdges(detail),
    ...measureRepeats(detail),
    ...measureDots(detail),
    ...measureColors(cloth),
  };
}

function measureContrast({ lightness, a, b, weight }: ClothDetail) {
  const light = spreadOf(lightness, weight);
  const color = Math.hypot(spreadOf(a, weight), spreadOf(b, weight));
  let [out, total] = [0, 0];
  for (let i = 0; i < weight.length; i++) {
    if (weight[i] === 0) continue;
    total++;
    if (Math.hypot(lightness[i]!, a[i]!, b[i]!) > 0.09) out++;
  }
  return { contrast_lightness: light * 8, contrast_color: color * 20, outliers: out / total };
}

/** Edges of folds are soft and run any way; those of stripes run one way, those of checks two. */
function measureEdges(detail: ClothDetail) {
  const { width, weight } = detail;
  let [one_x, one_y, two_x, two_y, energy, count, sharp, total] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let i = width + 1; i < weight.length - width - 1; i++) {
    if (!(weight[i - 1]! * weight[i + 1]! * weight[i - width]! * weight[i + width]! > 0)) continue;
    total++;
    for (const plane of [detail.lightness, detail.a, detail.b]) {
      const [x, y] = [plane[i + 1]! - plane[i - 1]!, plane[i + width]! - plane[i - width]!];
      const strength = x * x + y * y;
      const angle = Math.atan2(y, x);
      energy += strength;
      one_x += strength * Math.cos(2 * angle);
      one_y += strength * Math.sin(2 * angle);
      two_x += strength * Math.cos(4 * angle);
      two_y += strength * Math.sin(4 * angle);
      if (strength > 0.04 ** 2) count++;
      if (strength > 0.12 ** 2) sharp++;
    }
  }
  const size = Math.max(1, total);
  return {
    edges: count / size,
    sharp_edges: (sharp / size) * 3,
    edges_one_way: Math.hypot(one_x, one_y) / Math.max(1e-9, energy),
    edges_two_ways: Math.hypot(two_x, two_y) / Math.max(1e-9, energy),
  };
}

function measureRepeats(detail: ClothDetail) {
  const repeats = clothRepeats(detail, reach);
  const lines = measureLines(repeats);
  const score = ({ along, across }: LineRepeats): number => along + 0.5 * across;
  const best = lines.reduce((one, other) => (score(other) > score(one) ? other : one));
  const crossing = lines[(lines.indexOf(best) + lines.length / 2) % lines.length]!;
  const diagonal = lines[(lines.indexOf(best) + lines.length / 4) % lines.length]!;
  return {
    lines_along: best.along,
    lines_across: best.across,
    lines_period: best.period / reach,
    crossing_across: crossing.across,
    crossing_along: crossing.along,
    diagonal: diagonal.across,
    repeats_mean: lines.reduce((sum, { across }) => sum + across / lines.length, 0),
  };
}

function measureDots(detail: ClothDetail) {
  const { count, share, reach: spread_over, spread } = clothBlobs(detail);
  return { dots: Math.min(1, Math.log1p(count) / 5), dots_share: share, dots_reach: spread_over, dots_spread: Math.min(1, spread) };
}

function measureColors({ picture, alpha }: { picture: Picture; alpha: Uint8Array }) {
  const [first, second, third] = dominantColors(picture, alpha, { count: 3, share_min: 0, seed: 1 });
  if (!first || !second) return { second_color: 0, second_distance: 0, third_color: 0 };
  const distance = Math.hypot(...first.color.map((value, axis) => value - second.color[axis]!));
  return { second_color: second.share * 2, second_distance: distance * 2, third_color: (third?.share ?? 0) * 3 };
}
