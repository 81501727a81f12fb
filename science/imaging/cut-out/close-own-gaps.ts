import { fitColorMixture } from '#science/imaging/color-mixture.ts';
import type { ColorPlanes } from '#science/imaging/color-planes.ts';
import { findConnectedParts, type ConnectedParts } from '#science/imaging/connected-parts.ts';
import type { Size } from '#science/imaging/picture.ts';
import { closeMask, fillHoles } from '#science/imaging/reshape-mask.ts';
import { colorOdds } from '#science/imaging/segment-by-color.ts';

/** Gaps narrower than twice this share of the thing's side, and what they enclose, are looked at: stripes and panels, and arm gaps. */
const gap_share = 0.06;
/**
 * A gap is the thing's own when its colours speak less than this (nats a pixel, on the mean) for outside once they count as
 * found inside too. A floor seen through a gap is found mostly outside, and speaks for it with several.
 */
const odds_least = -1;
/** Most of a gap's own outline, at least this share, must be the thing: a stripe has it on both sides, a corner between two folds has not. */
const enclosed_least = 0.75;
/** Gaussians a side. */
const color_count = 5;

/** Gives a mask back the stripes and panels that look like the ground but lie within it: [height x width]. O(pixels). */
export function closeOwnGaps(inside: Uint8Array, planes: ColorPlanes): Uint8Array {
  const area = inside.reduce((sum, value) => sum + value, 0);
  if (area === 0 || area === inside.length) return inside;
  const closed = fillHoles(closeMask(inside, planes, gap_share * Math.sqrt(area)), planes);
  const weights = Float32Array.from(closed);
  const outside_weights = weights.map((weight) => 1 - weight);
  const odds = colorOdds(planes, {
    inside: fitColorMixture(planes, weights, { count: color_count }),
    outside: fitColorMixture(planes, outside_weights, { count: color_count }),
  });
  const gaps = findConnectedParts(
    closed.map((value, i) => value - inside[i]!),
    planes,
  );
  const sums = gaps.areas.map(() => 0);
  for (let i = 0; i < odds.length; i++) sums[gaps.of[i]!]! += odds[i]!;
  const enclosed = enclosures(gaps, inside, planes);
  const is_own = gaps.values.map(
    (value, part) => value === 1 && sums[part]! > odds_least * gaps.areas[part]! && enclosed[part]! >= enclosed_least,
  );
  return inside.map((value, i) => (is_own[gaps.of[i]!] ? 1 : value));
}

/** Gives the share of each part's outline that borders on the mask; the frame counts as not. */
function enclosures({ of, areas }: ConnectedParts, inside: Uint8Array, { width, height }: Size): number[] {
  const [bordering, all] = [areas.map(() => 0), areas.map(() => 0)];
  for (let i = 0; i < of.length; i++) {
    const [x, part] = [i % width, of[i]!];
    for (const j of [x > 0 ? i - 1 : -1, x + 1 < width ? i + 1 : -1, i - width, i + width < width * height ? i + width : -1]) {
      if (j >= 0 && of[j] === part) continue;
      all[part]!++;
      if (j >= 0 && inside[j] === 1) bordering[part]!++;
    }
  }
  return all.map((count, part) => bordering[part]! / Math.max(1, count));
}
