import type { SizeAdvice } from '#contract/fit.ts';
import { myProfile } from '#areas/people/index.ts';
import type { Ctx } from '#platform/area/context.ts';
import { newId } from '#platform/ids/new-id.ts';
import { insertAdvice } from './fitting.store.ts';
import { goOnWith } from './show-fitting.ts';
import { thinkOfSize } from './think-of-size.ts';

/** Says which size to buy, how sure, and why. Each advice is kept, so that what comes of it can be held against it. */
export async function adviseSize(ctx: Ctx, input: { session_id: string; user_id?: string | undefined }): Promise<SizeAdvice> {
  const { acting, row } = await goOnWith(ctx, input);
  const advice = await thinkOfSize(acting, row.product_id, await myProfile(acting, row.profile_id));
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
  return { advice_id, session_id: row.id, ...advice };
}
