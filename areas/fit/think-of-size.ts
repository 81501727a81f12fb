import { brandLabel } from '#areas/catalog/index.ts';
import { readMe } from '#areas/people/index.ts';
import type { SizeAdvice } from '#contract/fit.ts';
import type { Profile } from '#contract/people.ts';
import type { Ctx } from '#platform/area/context.ts';
import { gatherEvidence, readGarment } from './gather-evidence.ts';
import { foretellFit } from './learning/foretell-fit.ts';
import { findSizeModel, withOthers } from './learning/learned-model.ts';
import { adviseSize as askModel } from './size-model/advise.ts';
import type { SizeModelAdvice } from './size-model/evidence.ts';
import { findOutcome } from './size-outcome.store.ts';

/** Works out which size of a product suits a profile of the caller's, from all that is known now. Keeps nothing; counts that it was told. */
export async function thinkOfSize(ctx: Ctx, product_id: string, profile: Profile): Promise<Omit<SizeAdvice, 'advice_id' | 'session_id'>> {
  const model = await findSizeModel(ctx);
  const [{ prefs }, read_garment, evidence] = await Promise.all([
    readMe(ctx),
    readGarment(ctx, product_id, profile),
    gatherEvidence(ctx, profile),
  ]);
  const garment = withOthers(model, read_garment);
  const now = startOfDay(ctx.clock.now());
  const advice = withForetold(
    askModel(evidence, garment, now, { units: prefs.units }),
    model && foretellFit(model, evidence, { garment, now }),
  );
  const reasons = knownFirst([...advice.reasons, ...(await whatOthersDid(ctx, product_id, advice))]);
  ctx.metrics.size_advice_total.inc({ brand: brandLabel(garment.brand), confidence: confidenceWord(advice.confidence) });
  return { ...advice, reasons };
}

/** What everybody's answers foretell is a better figure for "this size feels right" than the size model's own; which size is best stays the model's. */
function withForetold(advice: SizeModelAdvice, chances: ReadonlyMap<string, number> | null): SizeModelAdvice {
  if (!chances) return advice;
  const scores = Object.entries(advice.all_scores).map(([label, { score, confidence }]) => [
    label,
    { score, confidence: chances.get(label) ?? confidence },
  ]);
  return { ...advice, all_scores: Object.fromEntries(scores) as SizeModelAdvice['all_scores'] };
}

/** Evidence ages by the year. Told by the day, the same evidence gives the same answer to the letter, so that a browser need not be sent it twice. */
const startOfDay = (now: Date): Date => new Date(now.toISOString().slice(0, 10));

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
