import { sql } from 'kysely';
import type { FitFeedback, SizeAdvice } from '#contract/fit.ts';
import type { Ctx } from '#platform/area/context.ts';

/** An advice that named a size, and the first that was heard afterwards of a size of its product. */
export type AdviceOutcome = {
  confidence: number;
  recommended_size: string;
  scores: SizeAdvice['all_scores'];
  size: string;
  overall: FitFeedback['overall'];
};

/** What was told longer ago was told by models long replaced. */
const advices_max = 20_000;

/** Lists the newest advices of which an outcome is known: each once, with the first word. As in `try.store.ts` kept without a word fitted. */
export async function listAdviceOutcomes(ctx: Ctx): Promise<AdviceOutcome[]> {
  const { rows } = await sql<AdviceOutcome>`
    select confidence, recommended_size, scores, size, overall from (
      select distinct on (a.id) a.id, a.confidence, a.recommended_size, a.scores, told.size, told.overall
      from fit_advices a join (
        select advice_id, size_tried as size, fit_feedback->>'overall' as overall, created_at as at from fit_feedback
        union all
        select advice_id, size,
          coalesce(fit_feedback->>'overall', case when outcome = 'kept' then 'perfect' else reason end), at
        from fit_outcomes where outcome = 'kept' or fit_feedback is not null or reason <> 'other'
      ) told on told.advice_id = a.id
      where a.recommended_size is not null and told.overall is not null and told.at >= a.created_at
      order by a.id desc, told.at
      limit ${advices_max}
    ) first
  `.execute(ctx.db);
  return rows;
}
