import { type GaussianBelief, projectBelief } from './gaussian-belief.ts';
import type { LinearRow } from './linear-row.ts';

/** What a likelihood says of s ~ N(mean, variance): log of its expectation Z, and the first two derivatives of log Z by the mean. */
export type TiltedMoments = { log_z: number; slope: number; curvature: number };
type Tilt = (mean: number, variance: number) => TiltedMoments;
/** `first_tilt`: a log-concave stand-in where `tilt` is not: for the first pass, so that the order of sites does not choose the peak, and where passes do not settle. */
export type Site = { row: LinearRow; tilt: Tilt; first_tilt?: Tilt };
/** `log_fits[i]`: log probability of observation i, as all the others (after the last pass) predict it. */
export type Propagated = { belief: GaussianBelief; log_evidence: number; log_fits: Float64Array };

/** Three passes bring the means within hundredths of a standard deviation on every case measured; more only cost time. */
const passes_default = 3;
/**
 * A pass that still moves something by this many of its standard deviations has not settled: an observation may just have let
 * go, and others then stand on a slope that held only where it stood. Seldom; a few more passes settle it, and where two take
 * turns at letting go, passes with the log-concave stand-ins, which always settle.
 */
const unsettled_sd = 0.5;
const passes_more = 2;
const passes_settling = 3;

/**
 * Updates a Gaussian by observations that are not Gaussian, each depending on one linear form of the state.
 *
 * Method: expectation propagation with rank-one sites. For each site, take its own message out (the cavity), match the
 * first two moments of cavity times likelihood, put the new message in. One pass is assumed-density filtering; a Gaussian
 * likelihood makes it exactly the Kalman update. Site precisions are kept at or above zero: a doubtful observation may
 * move the mean but never widens the belief, which keeps the covariance positive.
 * `log_evidence` is the log of the integral of prior times messages, each scaled to its last Z (Minka's thesis, 2001, section
 * 3.6): the probability of all observations, whatever their order.
 * Shapes: prior over n numbers; sites in the order given. Complexity O(passes x sites x n^2). Deterministic; no mutation.
 * Source: T. Minka, Expectation Propagation for approximate Bayesian inference, UAI 2001, section 3.
 */
export function propagateExpectations(prior: GaussianBelief, sites: readonly Site[], passes = passes_default): Propagated {
  const belief = { size: prior.size, mean: prior.mean.slice(), covariance: prior.covariance.slice() };
  const precisions = new Float64Array(sites.length);
  const shifts = new Float64Array(sites.length);
  const log_fits = new Float64Array(sites.length);
  const log_scales = new Float64Array(sites.length);
  let log_volume = 0;
  let moved_sd = 0;
  for (let pass = 0; pass < passes || (moved_sd > unsettled_sd && pass < passes + passes_more + passes_settling); pass++) {
    moved_sd = 0;
    const is_first_look = pass === 0 || pass >= passes + passes_more;
    for (let i = 0; i < sites.length; i++) {
      const { row, tilt, first_tilt } = sites[i]!;
      const { mean, variance, gain } = projectBelief(belief, row);
      const cavity = takeOut(mean, variance, { precision: precisions[i]!, shift: shifts[i]! });
      if (!cavity) continue;
      const moments = (is_first_look && first_tilt ? first_tilt : tilt)(cavity.mean, cavity.variance);
      log_fits[i] = moments.log_z;
      const message = matchMoments(cavity, moments);
      const change = { precision: message.precision - precisions[i]!, shift: message.shift - shifts[i]! };
      addMessage(belief, gain, { mean, variance, ...change });
      log_volume += logMass({ mean, variance }, change);
      moved_sd = Math.max(moved_sd, movedBy({ mean, variance }, change));
      log_scales[i] = moments.log_z - logMass(cavity, message);
      precisions[i] = message.precision;
      shifts[i] = message.shift;
    }
  }
  const log_evidence = log_scales.reduce((sum, log_scale) => sum + log_scale, log_volume);
  return { belief, log_evidence, log_fits };
}

type Scalar = { mean: number; variance: number };
type Message = { precision: number; shift: number };

function takeOut(mean: number, variance: number, message: Message): Scalar | null {
  const left = 1 / variance - message.precision;
  if (!(left > 1e-12)) return null;
  return { variance: 1 / left, mean: (mean / variance - message.shift) / left };
}

function matchMoments(cavity: Scalar, { slope, curvature }: TiltedMoments): Message {
  const mean = cavity.mean + cavity.variance * slope;
  const variance = cavity.variance * (1 + cavity.variance * curvature);
  const precision = Math.max(0, 1 / Math.max(variance, 1e-9) - 1 / cavity.variance);
  return { precision, shift: mean * (1 / cavity.variance + precision) - cavity.mean / cavity.variance };
}

/** Log of the integral of N(s; mean, variance) times a message exp(shift s - precision s^2 / 2). */
function logMass({ mean, variance }: Scalar, { precision, shift }: Message): number {
  const precision_after = 1 / variance + precision;
  const square = (shift + mean / variance) ** 2 / precision_after - mean ** 2 / variance;
  return 0.5 * (square - Math.log(precision_after * variance));
}

/** How far a message moves what it speaks of, in the standard deviations that are left. */
function movedBy({ mean, variance }: Scalar, { precision, shift }: Message): number {
  return (Math.abs(shift - precision * mean) * Math.sqrt(variance)) / Math.sqrt(Math.abs(1 + precision * variance));
}

function addMessage(belief: GaussianBelief, gain: Float64Array, change: Scalar & Message): void {
  const { size, mean, covariance } = belief;
  const scale = 1 / (1 + change.precision * change.variance);
  const step = (change.shift - change.precision * change.mean) * scale;
  const shrink = change.precision * scale;
  for (let i = 0; i < size; i++) {
    mean[i]! += gain[i]! * step;
    const by = gain[i]! * shrink;
    if (by === 0) continue;
    for (let j = 0; j < size; j++) covariance[i * size + j]! -= by * gain[j]!;
  }
}
