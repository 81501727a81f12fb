import type { ModelFigures } from '#contract/models.ts';
import type { Ctx } from '#platform/area/context.ts';
import { measureReliability, reliabilityError } from '#science/numerics/reliability.ts';
import { tie_within } from '../size-model/advise.ts';
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

/**
 * What was advised was right when it fitted, and wrong when it did not or another size did; that another misfitted as well tells
 * nothing. Of two sizes so close that both were named, the one that was tried stands for itself; where a third fitted, both were
 * wrong together.
 */
function toClaim({ confidence, recommended_size, scores, size, overall }: AdviceOutcome): { p: number; is_hit: boolean } | null {
  const other = tiedWith(recommended_size, scores);
  const is_right = overall === 'perfect';
  if (size === recommended_size) return { p: confidence, is_hit: is_right };
  if (size === other?.size) return { p: other.score, is_hit: is_right };
  return is_right ? { p: Math.min(1, confidence + (other?.score ?? 0)), is_hit: false } : null;
}

function tiedWith(recommended_size: string, scores: AdviceOutcome['scores']): { size: string; score: number } | null {
  const others = Object.entries(scores).filter(([size]) => size !== recommended_size);
  const [next] = others.map(([size, { score }]) => ({ size, score })).toSorted((one, other) => other.score - one.score);
  return next && (scores[recommended_size]?.score ?? 1) - next.score < tie_within ? next : null;
}
