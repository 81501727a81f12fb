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
import type { Doubtable } from './weigh-doubts.ts';
import type { Worn } from './worn-garments.ts';

const levels = ['too_small', 'slightly_small', 'perfect', 'slightly_large', 'too_large'];
const levels_of_length = ['too_short', 'slightly_short', 'perfect', 'slightly_long', 'too_long'];
/**
 * How far answers stray, in tolerances: people draw their lines half a tolerance apart, and about 3 answers in 100 are
 * nonsense (another size, another person): with slips of 0.55, 3 in 100 are off by two tolerances.
 */
const answer_error = { sd: 0.5, slip: 0.55 };
/**
 * "Overall" is ruled by the worst place, our row is the average: of three places, the average strays about 0.7 as far as
 * the worst. And where single places were named too, it mostly repeats them.
 */
const overall_scale = 0.7;
/**
 * People try sizes that they expect to fit: within about one letter (2.5 tolerances) of their own. A size that did not fit
 * was a worse guess, so it counts half: counted in full, "too small" could pull a large person's advice down.
 */
const choice_error = { sd: 1.8, slip: 1.2 };
const misfit_width = 2;
/** Bodies drift: weight varies by about 2 kg from year to year, which is 1.6 cm at the waist. This is how old evidence fades. */
const drift_cm_per_root_year = 1.6;
/** Ease liked in a coat and in a T-shirt differ by about this much beyond what the cuts intend, cm. */
const other_kind_cm = 1.5;
/** People keep what is near enough, and return for other reasons too: a weak hint, in tolerances. */
const keep_edge = 1.4;
const keep_error = { sd: 0.9, slip: 1 };
/** Log probability of what was said of a garment that was not this one or not this wearer's: one of five, a size within ten tolerances, even odds. */
const by_chance = { answer: Math.log(1 / 5), choice: Math.log(1 / 10), kept: Math.log(1 / 2) };
/** Charts and garments disagree mostly by cut, sometimes by a misprint. */
const misprint_share = 0.7;

/** Tells what a garment measured beside its own chart says of its hidden offset and of the cut. */
export function observeMeasured(targets: GarmentTargets, unknowns: Unknowns): Site[] {
  return targets.dimensions.flatMap((dimension) => {
    if (!dimension.extra_ease) return [];
    const { cm, sd } = dimension.extra_ease;
    const reading = { value: cm, sd: misprint_share * sd, slip: misprint_share * sd };
    return [
      { row: unknowns.extraEaseRow(targets, dimension), tilt: (mean: number, variance: number) => tiltByReading(reading, mean, variance) },
    ];
  });
}

/** Turns what was said of a worn garment into observations of the gap between garment and wearer. */
export function observeWorn(worn: Worn, unknowns: Unknowns): Doubtable[] {
  return [...observeDimensions(worn, unknowns), ...observeOverall(worn, unknowns)];
}

function observeDimensions(worn: Worn, unknowns: Unknowns): Doubtable[] {
  return worn.targets.dimensions.flatMap((dimension) => {
    const level = levelOf(worn.said[dimension.name as keyof FitFeedback]);
    if (level < 0) return [];
    const scale = kindOf(worn.targets.garment.category).dimensions[dimension.name]!.tolerance_cm;
    const error = { sd: Math.hypot(answer_error.sd * scale, errorOf(worn, dimension)), slip: answer_error.slip * scale };
    const interval = levelInterval(level, { scale, shift: dimension.targets_cm[worn.size_index]! });
    return [{ ...intervalSite(unknowns.gapRow(worn.targets, dimension), { ...interval, ...error }), log_if_wrong: by_chance.answer }];
  });
}

function observeOverall(worn: Worn, unknowns: Unknowns): Doubtable[] {
  const { row, shift, error } = overallRow(worn, unknowns);
  const named = worn.targets.dimensions.filter(({ name }) => worn.said[name as keyof FitFeedback] !== undefined).length;
  const repeated = Math.sqrt(1 + named);
  const widened = { sd: repeated * Math.hypot(overall_scale * answer_error.sd, error), slip: repeated * overall_scale * answer_error.slip };
  const sites: Doubtable[] = [{ ...observeChoice(worn, row, { shift, error }), log_if_wrong: by_chance.choice }];
  const level = levelOf(worn.said.overall);
  if (level >= 0) {
    const said = { ...levelInterval(level, { scale: overall_scale, shift }), ...widened };
    sites.push({ ...intervalSite(row, said), log_if_wrong: by_chance.answer });
  }
  const kept = keepInterval(worn);
  if (kept) {
    const near = { low: kept.low - shift, high: kept.high - shift, sd: Math.hypot(keep_error.sd, error), slip: keep_error.slip };
    sites.push({ ...intervalSite(row, near), log_if_wrong: by_chance.kept });
  }
  return sites;
}

/** The gaps of all girths as one: their weighted mean in tolerances, what the size adds to it, and its error. */
function overallRow(worn: Worn, unknowns: Unknowns): { row: Site['row']; shift: number; error: number } {
  const parts = overallDimensions(worn.targets);
  const terms = parts.flatMap(({ dimension, share }) => {
    const { indices, weights } = unknowns.gapRow(worn.targets, dimension);
    return indices.map((index, k): [number, number] => [index, weights[k]! * share]);
  });
  return {
    row: linearRow(terms),
    shift: parts.reduce((sum, { dimension, share }) => sum + share * dimension.targets_cm[worn.size_index]!, 0),
    error: Math.hypot(...parts.map(({ dimension, share }) => share * errorOf(worn, dimension))),
  };
}

/** That this size was tried at all says something, whatever came of it; much less when it did not fit. */
function observeChoice(worn: Worn, row: Site['row'], { shift, error }: { shift: number; error: number }): Site {
  const { overall } = worn.said;
  const is_good_guess = overall === undefined ? worn.would_keep === true : overall === 'perfect';
  const width = is_good_guess ? 1 : misfit_width;
  const chosen = { value: -shift, sd: Math.hypot(width * choice_error.sd, error), slip: width * choice_error.slip };
  return { row, tilt: (mean, variance) => tiltByReading(chosen, mean, variance) };
}

/** Kept means near enough; sent back speaks only on the side that was named: without a word it may have gone back for its colour. */
function keepInterval({ would_keep, said }: Worn): { low: number; high: number } | null {
  if (would_keep === null) return null;
  if (would_keep) return { low: -keep_edge, high: keep_edge };
  if (said.overall === undefined || said.overall === 'perfect') return null;
  return levelOf(said.overall) < levels.indexOf('perfect') ? { low: -Infinity, high: -keep_edge } : { low: keep_edge, high: Infinity };
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
