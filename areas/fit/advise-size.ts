import type { SizeAdvice } from '#contract/fit.ts';
import { myProfile } from '#areas/people/index.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { publish } from '#platform/events/publish.ts';
import { newId } from '#platform/ids/new-id.ts';
import { findLastAdvice, insertAdvice, type AdviceRow, type FittingRow } from './fitting.store.ts';
import { goOnWith } from './show-fitting.ts';
import { thinkOfSize } from './think-of-size.ts';

/** Says which size to buy, how sure, and why. Each advice is kept, so that what comes of it can be held against it. */
export async function adviseSize(ctx: Ctx, input: { session_id: string; user_id?: string | undefined }): Promise<SizeAdvice> {
  const { acting, row } = await goOnWith(ctx, input);
  const advice = await thinkOfSize(acting, row.product_id, await myProfile(acting, row.profile_id));
  const advice_id = newId();
  const kept: AdviceRow = {
    id: advice_id,
    fitting_id: row.id,
    recommended_size: advice.recommended_size,
    confidence: advice.confidence,
    scores: advice.all_scores,
    evidence: advice.evidence,
    created_at: acting.clock.now().toISOString(),
  };
  await inTransaction(acting, (tx) => keepAdvice(tx, row, kept));
  return { advice_id, session_id: row.id, ...advice };
}

/** Told the first time that a size is named: a page that is looked at again gives no news. Two first times at once may both tell. */
async function keepAdvice(tx: Ctx, { id: fitting_id, person_id, profile_id, product_id }: FittingRow, advice: AdviceRow): Promise<void> {
  const { id: advice_id, recommended_size } = advice;
  const is_first = recommended_size !== null && (await findLastAdvice(tx, fitting_id, { has_size: true })) === undefined;
  await insertAdvice(tx, advice);
  if (is_first) await publish(tx, 'fitting.advised', { fitting_id, advice_id, person_id, profile_id, product_id, recommended_size });
}
