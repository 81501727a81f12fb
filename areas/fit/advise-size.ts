import { brandLabel } from '#areas/catalog/index.ts';
import { myProfile, readMe } from '#areas/people/index.ts';
import type { SizeAdvice } from '#contract/fit.ts';
import type { Ctx } from '#platform/area/context.ts';
import { newId } from '#platform/ids/new-id.ts';
import { insertAdvice } from './fitting.store.ts';
import { gatherEvidence, readGarment } from './gather-evidence.ts';
import { goOnWith } from './show-fitting.ts';
import { adviseSize as askModel } from './size-model/advise.ts';
import type { SizeModelAdvice } from './size-model/evidence.ts';
import { findOutcome } from './size-outcome.store.ts';

/** Says which size to buy, how sure, and why. Each advice is kept, so that what comes of it can be held against it. */
export async function adviseSize(ctx: Ctx, input: { session_id: string; user_id?: string | undefined }): Promise<SizeAdvice> {
  const { acting, row } = await goOnWith(ctx, input);
  const [profile, { prefs }] = await Promise.all([myProfile(acting, row.profile_id), readMe(acting)]);
  const [garment, evidence] = await Promise.all([readGarment(acting, row.product_id, profile), gatherEvidence(acting, profile)]);
  const advice = askModel(evidence, garment, acting.clock.now(), { units: prefs.units });
  const advice_id = newId();
  await insertAdvice(acting, {
    id: advice_id,
    fitting_id: row.id,
    recommended_size: advice.recommended_size,
    confidence: advice.confidence,
    scores: advice.all_scores,
    evidence: advice.evidence,
    created_at: acting.clock.now().toISOString(),
  });
  acting.metrics.size_advice_total.inc({ brand: brandLabel(garment.brand), confidence: confidenceWord(advice.confidence) });
  return {
    advice_id,
    session_id: row.id,
    ...advice,
    reasons: knownFirst([...advice.reasons, ...(await whatOthersDid(acting, row.product_id, advice))]),
  };
}

/** Fewer tries than this say more about those few people than about the size. */
const tries_min = 5;

async function whatOthersDid(ctx: Ctx, product_id: string, { recommended_size }: SizeModelAdvice): Promise<SizeAdvice['reasons']> {
  const outcome = recommended_size === null ? undefined : await findOutcome(ctx, product_id, recommended_size);
  if (!outcome || outcome.tried < tries_min) return [];
  const { size, tried, kept } = outcome;
  return [{ code: 'kept_by_others', size, tried, kept, text: `Of ${tried} who tried the ${size} here, ${kept} kept it.`, is_known: true }];
}

/** What is known counts more than what we guess, so it is said first; otherwise in the model's order. */
const knownFirst = (reasons: SizeAdvice['reasons']): SizeAdvice['reasons'] =>
  reasons.toSorted((a, b) => Number(b.is_known) - Number(a.is_known));

/** The words of the design's surety line, as few labels as a metric can bear. */
function confidenceWord(confidence: number): string {
  if (confidence >= 0.9) return 'very_sure';
  if (confidence >= 0.75) return 'quite_sure';
  return confidence >= 0.6 ? 'fairly_sure' : 'a_guess';
}
