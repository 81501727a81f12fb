import type { ColorPlanes } from '#science/imaging/color-planes.ts';
import { contrastPrices, energy_scale } from '#science/imaging/contrast-prices.ts';
import { squaredDistances } from '#science/imaging/distance-map.ts';
import { cutGrid } from '#science/imaging/grid-cut.ts';
import { findConnectedParts, type ConnectedParts } from '#science/imaging/connected-parts.ts';
import type { Size } from '#science/imaging/picture.ts';
import { closeMask, fillHoles, growMask, openMask } from '#science/imaging/reshape-mask.ts';
import { distance_odd, fitBackdrop, type BackdropFit } from './fit-backdrop.ts';
import { tidyMask } from './tidy-mask.ts';
import { stepLeast, traceParts } from './trace-step.ts';

/** What stands out from a plain backdrop, however little. */
export interface BackdropParting {
  /** [height x width], 1 where the thing is, what it encloses included. */
  inside: Uint8Array;
  /** [height x width], 1 where the thing is or its soft shadow. */
  whole: Uint8Array;
  /** [height x width], 1 where the colour alone is not the backdrop's. */
  odd: Uint8Array;
  /** Of the backdrop's noise, units of the planes. */
  deviation: number;
}

/** Units of the planes: one 8-bit step is .3 of them, and rounding and JPEG leave a flat backdrop about this. */
const deviation_min = 0.25;
/** A backdrop noisier than this is a wall or a floor, whose own spots deviate as much as white cloth does. */
const deviation_most = 0.6;
/** Less of the frame's ring than this on one smooth backdrop: it is none, or something else fills the picture. */
const ring_share_least = 0.6;
/** Gaps in a rim where cloth is exactly as light as the backdrop: narrower than twice this share of the thing's side. */
const gap_share = 0.02;
/**
 * Something closer to the backdrop than is odd still closes a rim when it is this far, in standard deviations, and this many
 * times as far as bare backdrop is: a single step of brightness, all along.
 */
const [faint_distance, faint_times] = [1, 2.2];
/** px within the faint outline in which the true one lies: what JPEG spreads. */
const band = 5;
/** Nats for what lies deeper, or outside. */
const sure = 8;
/** Price in nats of parting equal neighbours. */
const edge_price = 10;
/** Contrast beyond this, units of the planes, and beyond this many times the noise, is no stronger an edge: prints must not outshout rims. */
const [contrast_most, contrast_deviations] = [4, 12];
/** px: what JPEG leaves beside an edge is narrower than twice this, and weak. */
const ringing = 1.5;
/** Times the odd distance from which on something narrow is a strap or a hook rather than ringing. */
const strong = 3;
/** An enclosed part smaller than this share of the thing is its own: a highlight, a print as light as the backdrop. */
const hole_share = 0.004;
/**
 * What is no farther from the backdrop than this at its median, in its standard deviations, or than this many times what bare
 * backdrop is, is the backdrop itself: cloth drifts.
 */
const [bare_distance, bare_times] = [0.6, 1.3];
/** A gap through which the backdrop shows has an edge round it, at least this share of the way; a highlight fades. */
const bare_edge_least = 0.6;
/** A shadow is at most this much darker than its backdrop, units of the planes, */
const shadow_depth = 25;
/** and of its colour within this much, and this share of how much darker it is. */
const [shadow_tint, shadow_tint_share] = [0.8, 0.15];
/** A shadow borders on bare backdrop along at least this share of its own outline; cloth that fades into it somewhere does not. */
const shadow_open_least = 0.25;
/** px: shadows are wider than twice this, weak spots of a rim are not. */
const shadow_width = 3;
/** Times a real step from which on a change ends a shadow. */
const steep_steps = 1.4;
/** px: change is looked for between this far to either side. */
const steep_reach = 2;
/** px: so near its edge a shadow looks steep. */
const shadow_rim = 2;

/**
 * Parts what a picture shows from a plain, nearly noiseless backdrop by the backdrop alone: whatever is farther from it than its
 * noise explains, with what that encloses, and without soft shadows. Finds white cloth on a white ground, which no mixture of
 * colours tells apart. Undefined where the backdrop is not plain or nothing stands out. [height x width]. O(pixels).
 */
export function partFromBackdrop(planes: ColorPlanes): BackdropParting | undefined {
  const fit = fitBackdrop(planes, deviation_min);
  if (fit.deviation > deviation_most || fit.share < ring_share_least) return undefined;
  const odd = farther(fit, distance_odd);
  if (!odd.includes(1)) return undefined;
  const faint = closeUp(farther(fit, Math.max(faint_distance, faint_times * fit.distance_typical)), planes, fit);
  const whole = settleEdge(dropRinging(faint, planes, fit), planes, fit);
  return { inside: dropRinging(peelShadow(whole, planes, fit), planes, fit), whole, odd, deviation: fit.deviation };
}

function farther({ distances }: BackdropFit, least: number): Uint8Array {
  const far = new Uint8Array(distances.length);
  for (let i = 0; i < far.length; i++) if (distances[i]! > least) far[i] = 1;
  return far;
}

/** Moves the outline of a mask that is too wide rather than too narrow to the nearest edge. */
function settleEdge(mask: Uint8Array, planes: ColorPlanes, { distances, residuals, deviation }: BackdropFit): Uint8Array {
  const { width, height } = planes;
  const depths = squaredDistances(mask, planes, 0);
  const most = Math.max(contrast_most, contrast_deviations * deviation);
  const capped = residuals.map((residual) => new Float32Array(residual.length));
  const pull = new Int32Array(mask.length);
  for (let i = 0; i < mask.length; i++) {
    const l = residuals[0]![i]!;
    const a = residuals[1]![i]!;
    const b = residuals[2]![i]!;
    const scale = Math.min(1, most / Math.max(1e-6, Math.hypot(l, a, b)));
    capped[0]![i] = l * scale;
    capped[1]![i] = a * scale;
    capped[2]![i] = b * scale;
    const [x, y] = [i % width, Math.floor(i / width)];
    const is_deep = depths[i]! > band ** 2 && Math.min(x, y, width - 1 - x, height - 1 - y) >= band;
    const odds = mask[i] === 0 ? -sure : is_deep ? sure : Math.max(-1, Math.min(2, distances[i]! / distance_odd - 1));
    pull[i] = Math.round(odds * energy_scale);
  }
  const [lightness, a, b] = capped as [Float32Array, Float32Array, Float32Array];
  const prices = contrastPrices({ width, height, lightness, a, b }, edge_price);
  return cutGrid({ ...prices, pull });
}

/** Closes a rim and fills what it encloses, unless that is bare backdrop. */
function closeUp(odd: Uint8Array, planes: ColorPlanes, fit: BackdropFit): Uint8Array {
  const hull = fillHoles(closeMask(odd, planes, Math.max(1, gap_share * Math.sqrt(areaOf(odd)))), planes);
  const hole_least = hole_share * areaOf(hull);
  const gap = hull.map((value, i) => value - odd[i]!);
  const parts = findConnectedParts(gap, planes);
  const { open } = countContacts(parts, hull, planes);
  const steps = traceParts(gap, planes, { parts, deviation: fit.deviation });
  const medians = medianDistances(parts, fit);
  const bare_most = Math.max(bare_distance, bare_times * fit.distance_typical);
  const is_bare = parts.values.map((value, part) => {
    if (value === 0) return false;
    // What closing bridged to the frame is no gap.
    if (parts.frame_pixels[part]! > 0) return true;
    if (steps[part]!.real < bare_edge_least * steps[part]!.length) return false;
    return open[part]! > 0 || (parts.areas[part]! > hole_least && medians[part]! <= bare_most);
  });
  return hull.map((value, i) => (is_bare[parts.of[i]!] ? 0 : value));
}

function medianDistances({ of, areas, values }: ConnectedParts, { distances }: BackdropFit): number[] {
  const members = areas.map((area, part) => new Float32Array(values[part] === 1 ? area : 0));
  const counts = areas.map(() => 0);
  for (let i = 0; i < of.length; i++) if (values[of[i]!] === 1) members[of[i]!]![counts[of[i]!]!++] = distances[i]!;
  return members.map((member) => member.sort()[member.length >> 1] ?? 0);
}

/** Counts along each part's outline, the frame aside: all of it, and what borders on nothing of `mask`. */
function countContacts({ of, areas }: ConnectedParts, mask: Uint8Array, { width }: Size): { open: number[]; all: number[] } {
  const [open, all] = [areas.map(() => 0), areas.map(() => 0)];
  for (let i = 0; i < mask.length; i++) {
    const [x, part] = [i % width, of[i]!];
    for (const j of [x > 0 ? i - 1 : -1, x + 1 < width ? i + 1 : -1, i - width, i + width]) {
      if (j < 0 || j >= mask.length || of[j] === part) continue;
      all[part]!++;
      if (mask[j] === 0) open[part]!++;
    }
  }
  return { open, all };
}

/** Takes away soft neutral darkening that lies between bare backdrop and the first edge. */
function peelShadow(whole: Uint8Array, planes: ColorPlanes, { distances, residuals, deviation }: BackdropFit): Uint8Array {
  const [dark, a, b] = residuals as [Float32Array, Float32Array, Float32Array];
  const isShade = (i: number): boolean =>
    whole[i] === 1 &&
    (distances[i]! < distance_odd ||
      (dark[i]! < 0 && dark[i]! > -shadow_depth && Math.hypot(a[i]!, b[i]!) < Math.max(shadow_tint, shadow_tint_share * -dark[i]!)));
  const is_steep = steepAt(planes, steep_steps * stepLeast(deviation));
  const soft = openMask(
    whole.map((_, i) => (isShade(i) && is_steep[i] === 0 ? 1 : 0)),
    planes,
    shadow_width,
  );
  const parts = findConnectedParts(soft, planes);
  const { open, all } = countContacts(parts, whole, planes);
  const shadow = soft.map((value, i) => (value === 1 && open[parts.of[i]!]! >= shadow_open_least * all[parts.of[i]!]! ? 1 : 0));
  if (!shadow.includes(1)) return whole;
  const grown = growMask(shadow, planes, shadow_rim);
  return whole.map((value, i) => (value === 1 && (grown[i] === 0 || !isShade(i)) ? 1 : 0));
}

/** Tells where colours change by more than `least` over a few pixels: [height x width]. */
function steepAt({ width, height, lightness, a, b }: ColorPlanes, least: number): Uint8Array {
  const steep = new Uint8Array(lightness.length);
  const isStep = (p: number, q: number): boolean =>
    (lightness[p]! - lightness[q]!) ** 2 + (a[p]! - a[q]!) ** 2 + (b[p]! - b[q]!) ** 2 > least ** 2;
  for (let y = 0, i = 0; y < height; y++) {
    const [up, down] = [Math.min(y, steep_reach) * width, Math.min(height - 1 - y, steep_reach) * width];
    for (let x = 0; x < width; x++, i++)
      if (isStep(i - Math.min(x, steep_reach), i + Math.min(width - 1 - x, steep_reach)) || isStep(i - up, i + down)) steep[i] = 1;
  }
  return steep;
}

/** Takes away what is narrow and weak, and loose crumbs. */
function dropRinging(mask: Uint8Array, planes: ColorPlanes, { distances }: BackdropFit): Uint8Array {
  const opened = openMask(mask, planes, ringing);
  const kept = mask.map((value, i) => (value === 1 && (opened[i] === 1 || distances[i]! > strong * distance_odd) ? 1 : 0));
  return tidyMask(kept, planes);
}

const areaOf = (mask: Uint8Array): number => mask.reduce((sum, value) => sum + value, 0);
