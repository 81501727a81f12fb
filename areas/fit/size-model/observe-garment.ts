import type { DimensionName } from '#contract/catalog.ts';
import type { FitFeedback } from '#contract/fit.ts';
import type { Site } from '#science/numerics/expectation-propagation.ts';
import { linearRow } from '#science/numerics/linear-row.ts';
import { tiltByInterval, tiltByReading } from '#science/numerics/tilted-moments.ts';
import { fit_edges, overallDimensions } from './fit-scale.ts';
import { kindOf } from './garment-kind.ts';
import type { DimensionTargets, GarmentTargets } from './garment-targets.ts';
import { girth_share } from './layout.ts';
import type { Unknowns } from './unknowns.ts';

/** A garment that was worn, and what was said of it. */
export type Worn = {
  targets: GarmentTargets;
  size_index: number;
  said: FitFeedback;
  would_keep: boolean | null;
  age_years: number;
  is_other_kind: boolean;
};

/** About 3 answers in 100 say nothing of the fit: a slip, another size, another person. */
const nonsense = 0.03;
const levels = ['too_small', 'slightly_small', 'perfect', 'slightly_large', 'too_large'];
const levels_of_length = ['too_short', 'slightly_short', 'perfect', 'slightly_long', 'too_long'];
/** People draw the line between two answers within about half a tolerance of each other. */
const line_sd = 0.5;
/**
 * "Overall" is ruled by the worst place, our row is the average: of three places, the average strays about 0.7 as far as
 * the worst. And where single places were named too, it mostly repeats them.
 */
const overall_scale = 0.7;
/** People try sizes that they expect to fit: within about one letter (2.5 tolerances) of their own; one in ten tries at random. */
const choice = { sd: 2.5, blunder: 0.1, blunder_sd: 6 };
/** Bodies drift: weight varies by about 2 kg from year to year, which is 1.6 cm at the waist. This is how old evidence fades. */
const drift_cm_per_root_year = 1.6;
/** Ease liked in a coat and in a T-shirt differ by about this much beyond what the cuts intend, cm. */
const other_kind_cm = 1.5;
/** People keep what is near enough and return for other reasons too: two in five of these answers say nothing of the fit. */
const keep = { edge: 1.6, sd: 0.9, nonsense: 0.4 };

/** Tells what a garment measured beside its own chart says of its hidden offset and of the cut. */
export function observeMeasured(targets: GarmentTargets, unknowns: Unknowns): Site[] {
  return targets.dimensions.flatMap((dimension) => {
    if (!dimension.extra_ease) return [];
    const { cm, sd } = dimension.extra_ease;
    const reading = { value: cm, sd, blunder: nonsense, blunder_sd: 4 * sd + 4 };
    return [{ row: unknowns.extraEaseRow(targets, dimension), tilt: (mean: number, variance: number) => tiltByReading(reading, mean, variance) }];
  });
}

/** Turns what was said of a worn garment into observations of the gap between garment and wearer. */
export function observeWorn(worn: Worn, unknowns: Unknowns): Site[] {
  return [...observeDimensions(worn, unknowns), ...observeOverall(worn, unknowns)];
}

function observeDimensions(worn: Worn, unknowns: Unknowns): Site[] {
  return worn.targets.dimensions.flatMap((dimension) => {
    const level = levelOf(worn.said[dimension.name as keyof FitFeedback]);
    if (level < 0) return [];
    const tolerance = kindOf(worn.targets.garment.category).dimensions[dimension.name]!.tolerance_cm;
    const sd = Math.hypot(line_sd * tolerance, errorOf(worn, dimension));
    const interval = levelInterval(level, { scale: tolerance, shift: dimension.targets_cm[worn.size_index]! });
    return [intervalSite(unknowns.gapRow(worn.targets, dimension), { ...interval, sd, nonsense, nonsense_floor: nonsense / 5 })];
  });
}

function observeOverall(worn: Worn, unknowns: Unknowns): Site[] {
  const parts = overallDimensions(worn.targets);
  const terms = parts.flatMap(({ dimension, share }) => {
    const { indices, weights } = unknowns.gapRow(worn.targets, dimension);
    return indices.map((index, k): [number, number] => [index, weights[k]! * share]);
  });
  const row = linearRow(terms);
  const shift = parts.reduce((sum, { dimension, share }) => sum + share * dimension.targets_cm[worn.size_index]!, 0);
  const error = Math.hypot(...parts.map(({ dimension, share }) => share * errorOf(worn, dimension)));
  const repeated = Math.sqrt(1 + worn.targets.dimensions.filter(({ name }) => worn.said[name as keyof FitFeedback] !== undefined).length);
  const sites = [intervalSite(row, {
    ...levelInterval(levelOf(worn.said.overall), { scale: overall_scale, shift }), sd: repeated * Math.hypot(overall_scale * line_sd, error), nonsense, nonsense_floor: nonsense / 5,
  })];
  const chosen = { ...choice, value: -shift, sd: Math.hypot(choice.sd, error) };
  if (worn.said.overall === 'perfect') sites.unshift({ row, tilt: (mean, variance) => tiltByReading(chosen, mean, variance) });
  if (worn.would_keep !== null && worn.said.overall === 'perfect') {
    sites.push(intervalSite(row, {
      low: -keep.edge - shift, high: keep.edge - shift, is_outside: !worn.would_keep,
      sd: Math.hypot(keep.sd, error), nonsense: keep.nonsense, nonsense_floor: keep.nonsense / 2,
    }));
  }
  return sites;
}

function intervalSite(row: Site['row'], answer: Parameters<typeof tiltByInterval>[0]): Site {
  return { row, tilt: (mean, variance) => tiltByInterval(answer, mean, variance) };
}

function levelOf(word: string | undefined): number {
  if (word === undefined) return -1;
  return Math.max(levels.indexOf(word), levels_of_length.indexOf(word));
}

function levelInterval(level: number, { scale, shift }: { scale: number; shift: number }): { low: number; high: number } {
  return { low: fit_edges[level]! * scale - shift, high: fit_edges[level + 1]! * scale - shift };
}

function errorOf(worn: Worn, dimension: DimensionTargets): number {
  const share = shareOf(dimension.name);
  const drift = drift_cm_per_root_year * Math.sqrt(worn.age_years) * girth_share[dimension.name];
  return Math.hypot(dimension.noise_cm, drift, worn.is_other_kind ? other_kind_cm * share : 0);
}

function shareOf(name: DimensionName): number {
  return Math.max(girth_share[name], 0.4);
}
