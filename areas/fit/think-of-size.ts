import { brandLabel } from '#areas/catalog/index.ts';
import { readMe } from '#areas/people/index.ts';
import type { SizeAdvice } from '#contract/fit.ts';
import type { Profile } from '#contract/people.ts';
import type { Ctx } from '#platform/area/context.ts';
import { gatherEvidence, readGarment } from './gather-evidence.ts';
import { adviseWithModel } from './learning/advise-with-model.ts';
import { findSizeModel } from './learning/learned-model.ts';
import type { SizeModelAdvice } from './size-model/evidence.ts';
import { findOutcome } from './size-outcome.store.ts';

/** Works out which size of a product suits a profile of the caller's, from all that is known now. Keeps nothing; counts that it was told. */
export async function thinkOfSize(ctx: Ctx, product_id: string, profile: Profile): Promise<Omit<SizeAdvice, 'advice_id' | 'session_id'>> {
  const model = await findSizeModel(ctx);
  const [{ prefs }, garment, evidence] = await Promise.all([
    readMe(ctx),
    readGarment(ctx, product_id, profile),
    gatherEvidence(ctx, profile),
  ]);
  const { advice } = adviseWithModel(model, evidence, { garment, now: ctx.clock.now(), units: prefs.units });
  const reasons = caveatsLast([...advice.reasons, ...(await whatOthersDid(ctx, product_id, advice))]);
  ctx.metrics.size_advice_total.inc({ brand: brandLabel(garment.brand), confidence: confidenceWord(advice.confidence) });
  return { ...advice, reasons };
}

/** Fewer tries than this say more about those few people than about the size. */
const tries_min = 5;

async function whatOthersDid(ctx: Ctx, product_id: string, { recommended_size }: SizeModelAdvice): Promise<SizeAdvice['reasons']> {
  const outcome = recommended_size === null ? undefined : await findOutcome(ctx, product_id, recommended_size);
  if (!outcome) return [];
  const { size, kept } = outcome;
  // Of those who only said how it felt nobody knows whether they kept it.
  const tried = outcome.tried - outcome.kept_unsaid;
  if (tried < tries_min) return [];
  return [{ code: 'kept_by_others', size, tried, kept, text: `Of ${tried} who tried the ${size} here, ${kept} kept it.`, is_known: true }];
}

/** The model ranks its reasons by what mattered. What it had to guess by speaks for no size, so it is said after what others did, and what does not go together last. */
const caveatsLast = (reasons: SizeAdvice['reasons']): SizeAdvice['reasons'] => reasons.toSorted((a, b) => caveatRank(a) - caveatRank(b));

function caveatRank({ code }: SizeAdvice['reasons'][number]): number {
  if (code === 'contradicts') return 2;
  return code === 'no_chart' || code === 'estimated_body' ? 1 : 0;
}

/** The words of the design's surety line, as few labels as a metric can bear. */
function confidenceWord(confidence: number): string {
  if (confidence >= 0.9) return 'very_sure';
  if (confidence >= 0.75) return 'quite_sure';
  return confidence >= 0.6 ? 'fairly_sure' : 'a_guess';
}
