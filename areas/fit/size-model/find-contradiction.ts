import type { DimensionName } from '#contract/catalog.ts';
import type { BodyMeasurements } from '#contract/fit.ts';
import { projectBelief } from '#science/numerics/gaussian-belief.ts';
import { linearRow } from '#science/numerics/linear-row.ts';
import { body_keys, wornSpeakingOf } from './describe-dimensions.ts';
import type { GarmentEvidence, ShopperEvidence } from './evidence.ts';
import type { Fact } from './facts.ts';
import { type Hypothesis, inferWearer } from './infer-wearer.ts';
import { isPossible } from './is-possible.ts';
import { bodyIndex, bodyPartOf, type BodyPart } from './layout.ts';
import { chanceOfNonsense } from './observe-garment.ts';
import { tapeErrorOf } from './observe-body.ts';
import type { Worn } from './worn-garments.ts';

/** A single garment may be a slip itself; two that agree are worth asking for a second look at the tape. */
const speaking_min = 2;
/**
 * How far a tape and the garments must be apart, in standard deviations of their difference. By chance one measure in 200
 * is; asking those whose measure is right would be worse than missing some whose is not.
 */
const apart_min = 2.8;
/** Who holds a tape near what is believed from all contradicts nobody; below this, in errors of the tape, nothing is worked out anew. */
const worth_a_look = 1;
/** A garment is called out of line when this much of the belief says that it is. */
const wrong_min = 0.85;
/** The majority must be one: as in `weigh-doubts.ts`. */
const others_min = 2;

type Question = { evidence: ShopperEvidence; garment: GarmentEvidence; now: Date };
type Contradiction = Extract<Fact, { code: 'contradicts' }>;

/**
 * Finds the one thing told that clearly does not go with the rest: a tape that several garments speak against, else a
 * garment that the others do. null when all goes together, and when what does not cannot be put right by the shopper.
 */
export function findContradiction(question: Question, hypotheses: readonly Hypothesis[]): Contradiction | null {
  return findMeasure(question, hypotheses) ?? findGarment(hypotheses);
}

function findMeasure({ evidence, garment, now }: Question, hypotheses: readonly Hypothesis[]): Contradiction | null {
  const told = toldMeasures(evidence.body).filter(
    ({ name, part, told_cm, error_cm }) =>
      wornSpeakingOf(hypotheses[0]!, name).length >= speaking_min &&
      Math.abs(told_cm - believedOf(hypotheses, part).mean) > worth_a_look * error_cm,
  );
  if (told.length === 0) return null;
  // What the garments say by themselves: a tape that is off must not speak for itself, nor for the place beside it.
  const { age } = evidence.body;
  const sizing = evidence.sizing ?? hypotheses[0]!.sizing;
  const by_garments = inferWearer({ ...evidence, sizing, build: {}, body: age === undefined ? {} : { age } }, garment, now);
  const apart = told.map(({ name, part, told_cm, error_cm }) => {
    const { mean, sd } = believedOf(by_garments, part);
    return { name, told_cm, garments_cm: Math.round(mean), apart: Math.abs(told_cm - mean) / Math.hypot(sd, error_cm) };
  });
  const worst = apart.reduce((one, other) => (other.apart > one.apart ? other : one));
  if (worst.apart < apart_min) return null;
  const { name, told_cm, garments_cm } = worst;
  return { code: 'contradicts', what: 'measurement', name, told_cm, garments_cm, is_known: true };
}

type Told = { name: DimensionName; part: BodyPart; told_cm: number; error_cm: number };

function toldMeasures(body: BodyMeasurements): Told[] {
  return Object.entries(body_keys).flatMap(([key, field]) => {
    const name = key as DimensionName;
    const [part, told_cm] = [bodyPartOf(name), body[field]];
    return part && isPossible(told_cm) ? [{ name, part, told_cm, error_cm: tapeErrorOf(field) }] : [];
  });
}

/** Mean and spread of a body part over all hypotheses together. */
function believedOf(hypotheses: readonly Hypothesis[], part: BodyPart): { mean: number; sd: number } {
  const row = linearRow([[bodyIndex(part), 1]]);
  const parts = hypotheses.map(({ belief, weight }) => ({ weight, ...projectBelief(belief, row) }));
  const mean = parts.reduce((sum, one) => sum + one.weight * one.mean, 0);
  const variance = parts.reduce((sum, one) => sum + one.weight * (one.variance + (one.mean - mean) ** 2), 0);
  return { mean, sd: Math.sqrt(variance) };
}

/** Under one hypothesis: 1 for a garment that it leaves out, else how likely its answer was said at random. */
function littleWeightOf(item: Worn, index: number, hypothesis: Hypothesis): number {
  return hypothesis.doubted.includes(index) ? 1 : chanceOfNonsense(item, hypothesis);
}

function findGarment(hypotheses: readonly Hypothesis[]): Contradiction | null {
  const { worn, sizing } = hypotheses[0]!;
  const alike = hypotheses.filter((one) => one.sizing === sizing);
  const total = alike.reduce((sum, { weight }) => sum + weight, 0);
  const shares = worn.map((item, i) => alike.reduce((sum, one) => sum + one.weight * littleWeightOf(item, i, one), 0) / total);
  const wrong = shares.map((share, i) => ({ share, item: worn[i]! })).filter(({ share }) => share >= wrong_min);
  if (wrong.length === 0 || worn.length - wrong.length < others_min) return null;
  // Of a garment that was told of by a shop the shopper could correct nothing here.
  const item = wrong.sort((a, b) => b.share - a.share).find((one) => one.item.told_in)?.item;
  if (!item?.told_in) return null;
  const { brand, sizes } = item.targets.garment;
  return { code: 'contradicts', what: 'garment', brand, size: sizes[item.size_index]!.label, ...item.told_in, is_known: true };
}
