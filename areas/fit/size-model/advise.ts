import { countEvidence } from './count-evidence.ts';
import { describeDimensions } from './describe-dimensions.ts';
import type { GarmentEvidence, ShopperEvidence, SizeModelAdvice } from './evidence.ts';
import { type Units, writeReasoning, writeReasons } from './explain.ts';
import { collectFacts } from './facts.ts';
import { findContradiction } from './find-contradiction.ts';
import { kindOf } from './garment-kind.ts';
import { inferWearer } from './infer-wearer.ts';
import { scoreSizes, type SizeScore } from './score-sizes.ts';

export type AdviceOptions = { units?: Units };

/** Two best sizes nearer than this are told as a tie (the seam gauge draws both solid). */
export const tie_within = 0.2;
/** Less likely sizes are no alternative. */
const alternative_from = 0.05;

/**
 * Says which size suits this shopper best, how sure that is, and why. Pure: same evidence and `now`, same advice.
 * With nothing known it answers for the population and says so; `recommended_size` is null only when there are no sizes.
 */
export function adviseSize(evidence: ShopperEvidence, garment: GarmentEvidence, now: Date, options: AdviceOptions = {}): SizeModelAdvice {
  const asked = withoutRepeats(garment);
  const hypotheses = inferWearer(evidence, asked, now);
  const { dimensions: targets } = hypotheses[0]!.asked;
  const { main } = kindOf(asked.category);
  const ranking = rank(asked, scoreSizes(hypotheses, asked.sizes.length), targets.find(({ name }) => name === main)!.targets_cm);
  const counted = countEvidence(evidence);
  const is_anything_known = counted[0]!.kind !== 'population';
  const hypothesis = hypotheses[0]!;
  const has_sizes = ranking.recommended_size !== null;
  const dimensions = has_sizes
    ? describeDimensions({ hypothesis, body: evidence.body, recommended_index: ranking.recommended_index, is_anything_known })
    : [];
  const contradiction = has_sizes ? findContradiction({ evidence, garment: asked, now }, hypotheses) : null;
  const facts = collectFacts(hypothesis, {
    question: { evidence, garment: asked, now },
    dimensions,
    evidence_kinds: counted.map(({ kind }) => kind),
    contradictions: contradiction ? [contradiction] : [],
  });
  const { recommended_index: _, ...answer } = ranking;
  const units = options.units ?? 'cm';
  return {
    ...answer,
    dimensions,
    evidence: counted,
    reasons: writeReasons(facts, units),
    reasoning: writeReasoning({ ...answer, is_anything_known }, facts, units),
  };
}

type Ranking = Pick<SizeModelAdvice, 'recommended_size' | 'confidence' | 'all_scores' | 'alternative_sizes' | 'between'> & {
  recommended_index: number;
};

/** `targets_cm`: the body each size suits at the main girth, which tells small from large however the shop lists them. */
function rank({ sizes }: GarmentEvidence, scores: readonly SizeScore[], targets_cm: readonly number[]): Ranking {
  const order = sizes.map((_, i) => i).sort((a, b) => scores[b]!.best - scores[a]!.best || a - b);
  const [first, second] = order;
  const all_scores = Object.fromEntries(sizes.map(({ label }, i) => [label, { score: scores[i]!.best, confidence: scores[i]!.right }]));
  const alternatives = order.slice(1).filter((i) => scores[i]!.best >= alternative_from);
  const ranking: Ranking = {
    recommended_index: first ?? -1,
    recommended_size: first === undefined ? null : sizes[first]!.label,
    confidence: first === undefined ? 0 : scores[first]!.best,
    all_scores,
    alternative_sizes: alternatives.map((i) => ({ size: sizes[i]!.label, score: scores[i]!.best })),
  };
  if (first === undefined || second === undefined || scores[first]!.best - scores[second]!.best >= tie_within) return ranking;
  const [small, large] = targets_cm[first]! <= targets_cm[second]! ? [first, second] : [second, first];
  return { ...ranking, between: [sizes[small]!.label, sizes[large]!.label] };
}

/** A label that stands twice on a list is one size: the first counts. */
function withoutRepeats(garment: GarmentEvidence): GarmentEvidence {
  const labels = garment.sizes.map(({ label }) => label);
  return { ...garment, sizes: garment.sizes.filter(({ label }, i) => labels.indexOf(label) === i) };
}
