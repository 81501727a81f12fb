import type { FitFeedback } from '#contract/fit.ts';
import type { Site } from '#science/numerics/expectation-propagation.ts';
import { type GaussianBelief, projectBelief } from '#science/numerics/gaussian-belief.ts';
import { tiltByInterval, tiltByReading, tiltUnlessChance } from '#science/numerics/tilted-moments.ts';
import { fit_edges } from './fit-scale.ts';
import { kindOf } from './garment-kind.ts';
import type { GarmentTargets } from './garment-targets.ts';
import { observeChoice } from './observe-choice.ts';
import { type OverallRow, overallRow, targetError } from './overall-row.ts';
import type { Unknowns } from './unknowns.ts';
import type { Doubtable } from './weigh-doubts.ts';
import type { Worn } from './worn-garments.ts';

const levels = ['too_small', 'slightly_small', 'perfect', 'slightly_large', 'too_large'];
const levels_of_length = ['too_short', 'slightly_short', 'perfect', 'slightly_long', 'too_long'];
/**
 * How far sound answers stray, in tolerances: people draw their lines half a tolerance apart. The double exponential adds
 * little; it keeps the curve's tails smooth.
 */
const answer_error = { sd: 0.5, slip: 0.15 };
/**
 * Answers that mean nothing (another size, another person, a careless tap) are a share of their own, about 3 in 100, and
 * any of the five: far off, an answer is dismissed. Wide tails on every answer instead blunt the 97 sound ones.
 */
const nonsense = { share: 0.03, chance: 1 / 5 };
/**
 * Tails under which 3 answers in 100 are off by two tolerances, in tolerances: a first look that takes every answer so
 * neither dismisses one nor depends on which comes first.
 */
const first_look_slip = 0.55;
/**
 * "Overall" is ruled by the worst place, our row is the average: of three places, the average strays about 0.7 as far as
 * the worst.
 */
const overall_scale = 0.7;
/** People keep what is near enough, and return for other reasons too: a weak hint, in tolerances. */
const keep_edge = 1.4;
const keep_error = { sd: 0.9, slip: 1 };
/** Log probability of what was said of a garment that was not this one or not this wearer's: one of five, even odds. */
const by_chance = { answer: Math.log(1 / 5), kept: Math.log(1 / 2) };
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

/** Turns what was said of a worn garment into observations of the gap between garment and wearer. `tolerance`: this shopper's, against the usual. */
export function observeWorn(worn: Worn, unknowns: Unknowns, tolerance: number): Doubtable[] {
  return [...observeDimensions(worn, unknowns, tolerance), ...observeOverall(worn, unknowns, tolerance)];
}

function observeDimensions(worn: Worn, unknowns: Unknowns, tolerance: number): Doubtable[] {
  return worn.targets.dimensions.flatMap((dimension) => {
    const level = levelOf(worn.said[dimension.name as keyof FitFeedback]);
    if (level < 0) return [];
    const scale = tolerance * kindOf(worn.targets.garment.category).dimensions[dimension.name]!.tolerance_cm;
    const error = { sd: Math.hypot(answer_error.sd * scale, targetError(worn, dimension)), slip: answer_error.slip * scale };
    const interval = levelInterval(level, { scale, shift: dimension.targets_cm[worn.size_index]! });
    return [{ ...answerSite(unknowns.gapRow(worn.targets, dimension), { ...interval, ...error }), log_if_wrong: by_chance.answer }];
  });
}

function observeOverall(worn: Worn, unknowns: Unknowns, tolerance: number): Doubtable[] {
  const overall = overallRow(worn, unknowns);
  const { row, error } = overall;
  const shift = overall.shifts[worn.size_index]!;
  const sites = observeChoice(worn, overall, unknowns);
  const said = overallAnswer(worn, overall, tolerance);
  if (said) sites.push({ ...answerSite(row, said), log_if_wrong: by_chance.answer });
  const kept = keepInterval(worn);
  if (kept) {
    const near = { low: kept.low - shift, high: kept.high - shift, sd: Math.hypot(keep_error.sd, error), slip: keep_error.slip };
    sites.push({ ...intervalSite(row, near), log_if_wrong: by_chance.kept });
  }
  return sites;
}

/** What was said overall, as an interval of the row and its error; null when nothing was. */
function overallAnswer(
  { said, size_index }: Worn,
  { shifts, error }: OverallRow,
  tolerance: number,
): Parameters<typeof tiltByInterval>[0] | null {
  const level = levelOf(said.overall);
  const scale = tolerance * overall_scale;
  if (level < 0) return null;
  const interval = levelInterval(level, { scale, shift: shifts[size_index]! });
  return { ...interval, sd: Math.hypot(scale * answer_error.sd, error), slip: scale * answer_error.slip };
}

/** Tells how likely what was said overall of a garment was said at random, by what is believed in the end; 0 when nothing was said. */
export function chanceOfNonsense(worn: Worn, { belief, unknowns }: { belief: GaussianBelief; unknowns: Unknowns }): number {
  const overall = overallRow(worn, unknowns);
  const said = overallAnswer(worn, overall, 1);
  if (!said) return 0;
  const { mean, variance } = projectBelief(belief, overall.row);
  const sound = (1 - nonsense.share) * Math.exp(tiltByInterval(said, mean, variance).log_z);
  const random = nonsense.share * nonsense.chance;
  return random / (sound + random);
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

/** What was said, unless it was said at random. */
function answerSite(row: Site['row'], answer: Parameters<typeof tiltByInterval>[0]): Site {
  const first_look = { ...answer, slip: (answer.slip * first_look_slip) / answer_error.slip };
  return {
    row,
    tilt: (mean, variance) => tiltUnlessChance(tiltByInterval(answer, mean, variance), nonsense),
    first_tilt: (mean, variance) => tiltByInterval(first_look, mean, variance),
  };
}

function levelOf(word: string | undefined): number {
  if (word === undefined) return -1;
  return Math.max(levels.indexOf(word), levels_of_length.indexOf(word));
}

function levelInterval(level: number, { scale, shift }: { scale: number; shift: number }): { low: number; high: number } {
  return { low: fit_edges[level]! * scale - shift, high: fit_edges[level + 1]! * scale - shift };
}
