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
  const reasons = knownFirst([...advice.reasons, ...(await whatOthersDid(ctx, product_id, advice))]);
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

/** What is known counts more than what we guess, so it is said first; what does not go together speaks for no size, so it is said last. */
const knownFirst = (reasons: SizeAdvice['reasons']): SizeAdvice['reasons'] =>
  reasons.toSorted((a, b) => Number(isContradiction(a)) - Number(isContradiction(b)) || Number(b.is_known) - Number(a.is_known));

const isContradiction = ({ code }: SizeAdvice['reasons'][number]): boolean => code === 'contradicts';

/** The words of the design's surety line, as few labels as a metric can bear. */
function confidenceWord(confidence: number): string {
  if (confidence >= 0.9) return 'very_sure';
  if (confidence >= 0.75) return 'quite_sure';
  return confidence >= 0.6 ? 'fairly_sure' : 'a_guess';
}
