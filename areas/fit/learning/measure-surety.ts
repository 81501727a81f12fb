import type { ModelFigures } from '#contract/models.ts';
import type { Ctx } from '#platform/area/context.ts';
import { measureReliability, reliabilityError } from '#science/numerics/reliability.ts';
import { type AdviceOutcome, listAdviceOutcomes } from './advice-outcome.store.ts';

/**
 * Measures how sure shoppers were told to be against what became of it: of every advice with an outcome afterwards, whether
 * the advised size was the right one. `figures.ece` only says the same of the learned chances.
 */
export async function measureSurety(ctx: Ctx): Promise<NonNullable<ModelFigures['surety']>> {
  const claims = (await listAdviceOutcomes(ctx)).flatMap((row) => toClaim(row) ?? []);
  const reliability = measureReliability(claims);
  return { count: claims.length, ece: claims.length === 0 ? null : reliabilityError(reliability), reliability };
}

/** What was advised was right when it fitted, and wrong when it did not or another size did; that another misfitted as well tells nothing. */
function toClaim({ confidence, recommended_size, size, overall }: AdviceOutcome): { p: number; is_hit: boolean } | null {
  const is_right = overall === 'perfect';
  if (size === recommended_size) return { p: confidence, is_hit: is_right };
  return is_right ? { p: confidence, is_hit: false } : null;
}
