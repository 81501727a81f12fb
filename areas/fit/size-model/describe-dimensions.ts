import type { DimensionName } from '#contract/catalog.ts';
import type { AdviceDimension, BodyMeasurements, FitFeedback } from '#contract/fit.ts';
import { projectBelief } from '#science/numerics/gaussian-belief.ts';
import { linearRow } from '#science/numerics/linear-row.ts';
import { normalCdf } from '#science/numerics/normal-cdf.ts';
import { fit_edges, verdictOf } from './fit-scale.ts';
import { kindOf } from './garment-kind.ts';
import type { DimensionTargets, GarmentTargets } from './garment-targets.ts';
import type { Hypothesis } from './infer-wearer.ts';
import { isPossible } from './is-possible.ts';
import { bodyIndex, bodyPartOf } from './layout.ts';
import { gapBase, toleranceOf } from './own-zones.ts';
import type { Worn } from './worn-garments.ts';

/** From this many garments on, a zone counts as learned (the seam gauge draws it solid). */
const learned_from = 3;

/** What the tape calls each place. */
export const body_keys: Partial<Record<DimensionName, keyof BodyMeasurements>> = {
  chest: 'chest_cm',
  waist: 'waist_cm',
  hip: 'hip_cm',
  neck: 'neck_cm',
  shoulders: 'shoulder_cm',
  sleeves: 'arm_length_cm',
  inseam: 'inside_leg_cm',
};

export type DimensionQuestion = { hypothesis: Hypothesis; body: BodyMeasurements; recommended_index: number; is_anything_known: boolean };

/** Describes every stated dimension: what each size gives there and what this wearer likes. Dimensions only derived from others stay out. */
export function describeDimensions(question: DimensionQuestion): AdviceDimension[] {
  const stated = question.hypothesis.asked.dimensions.filter(({ basis }) => basis !== 'imputed');
  return stated.map((dimension) => describeDimension(dimension, question));
}

function describeDimension(dimension: DimensionTargets, question: DimensionQuestion): AdviceDimension {
  const { hypothesis, body, recommended_index } = question;
  const { garment } = hypothesis.asked;
  const { name } = dimension;
  const garments_cm = garmentCm(dimension, hypothesis);
  const gaps = gapsOf(dimension, hypothesis);
  const half = toleranceOf(hypothesis.asked, dimension);
  const centre = dimension.own_zone?.centre_cm ?? garments_cm[0]! - gaps.means[0]!;
  const said = body[body_keys[name] ?? 'age'];
  const is_measured = body_keys[name] !== undefined && isPossible(said);
  const part = bodyPartOf(name);
  const body_cm = is_measured ? said : part && projectBelief(hypothesis.belief, linearRow([[bodyIndex(part), 1]])).mean;
  const sizes = garment.sizes.map(({ label }, i) => [label, sizeAt(garments_cm[i]!, gaps.means[i]!, { half, sd: gaps.sd })]);
  return {
    name,
    garment_cm: rounded(garments_cm[recommended_index]!),
    garment_basis: dimension.basis === 'measured' ? 'measured' : 'chart',
    ...(body_cm === null ? {} : { body_cm: rounded(body_cm) }),
    body_basis: is_measured ? 'measured' : 'estimated',
    zone: zoneAround(centre, half),
    zone_basis: dimension.own_zone ? 'set' : zoneBasis(question, name),
    sizes: Object.fromEntries(sizes),
  };
}

/** The garment itself where it was measured; else the body of the chart plus the ease that this kind of cut adds. */
function garmentCm(dimension: DimensionTargets, { belief, asked, unknowns }: Hypothesis): number[] {
  if (dimension.measured_cm) return dimension.measured_cm;
  const extra = projectBelief(belief, unknowns.extraEaseRow(asked, dimension)).mean;
  return dimension.targets_cm.map((target) => target + dimension.design_cm + extra);
}

function gapsOf(dimension: DimensionTargets, { belief, asked, unknowns }: Hypothesis): { means: number[]; sd: number } {
  const { mean, variance } = projectBelief(belief, unknowns.gapRow(asked, dimension));
  return { means: gapBase(dimension).map((base) => base + mean), sd: Math.hypot(Math.sqrt(variance), dimension.noise_cm) };
}

function sizeAt(garment_cm: number, gap: number, { half, sd }: { half: number; sd: number }): AdviceDimension['sizes'][string] {
  const p_too_small = normalCdf((-half - gap) / sd);
  const p_too_large = normalCdf((gap - half) / sd);
  const p_good = Math.max(0, 1 - p_too_small - p_too_large);
  return { garment_cm: rounded(garment_cm), verdict: verdictOf(gap / half), p_too_small, p_good, p_too_large };
}

function zoneAround(centre: number, half: number): AdviceDimension['zone'] {
  const [, tight, snug, right, relaxed] = fit_edges;
  const at = (z: number) => rounded(centre + z * half);
  return { tight: [at(tight), at(snug)], good: [at(snug), at(right)], relaxed: [at(right), at(relaxed)] };
}

function zoneBasis({ hypothesis, is_anything_known }: DimensionQuestion, name: DimensionName): AdviceDimension['zone_basis'] {
  if (!is_anything_known) return 'population';
  return wornSpeakingOf(hypothesis, name).length >= learned_from ? 'learned' : 'guessed';
}

/** Lists the worn garments that tell of a dimension of the asked kind. */
export function wornSpeakingOf({ worn, asked }: Hypothesis, name: DimensionName): Worn[] {
  return worn.filter((item) => isAlike(item.targets, asked) && speaksOf(item, name));
}

/** "Overall" is about girths; a length is known only where it was named, and a garment of which nothing was said tells of no place. */
function speaksOf({ targets, said }: Worn, name: DimensionName): boolean {
  if (!kindOf(targets.garment.category).dimensions[name]) return false;
  const is_length = name === 'length' || name === 'sleeves' || name === 'inseam';
  return said[name as keyof FitFeedback] !== undefined || (!is_length && said.overall !== undefined);
}

/** Garments that hang from the same place teach about each other. */
function isAlike(one: GarmentTargets, other: GarmentTargets): boolean {
  return kindOf(one.garment.category).main === kindOf(other.garment.category).main;
}

function rounded(cm: number): number {
  return Math.round(cm * 10) / 10;
}
