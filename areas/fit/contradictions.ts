import { myProfile, readMe } from '#areas/people/index.ts';
import type { Contradiction } from '#contract/fit.ts';
import type { Ctx } from '#platform/area/context.ts';
import { gatherWithOthers } from './learning/gather-with-others.ts';
import { writeReasons } from './size-model/explain.ts';
import { listContradictions } from './size-model/list-contradictions.ts';

/** What one of the caller's profiles told and does not go together. Nothing is changed by it: the shopper decides. */
export async function tellContradictions(ctx: Ctx, profile_id: string): Promise<Contradiction[]> {
  const profile = await myProfile(ctx, profile_id);
  const [{ prefs }, evidence] = await Promise.all([readMe(ctx), gatherWithOthers(ctx, profile)]);
  const reasons = writeReasons(listContradictions(evidence, ctx.clock.now()), prefs.units);
  return reasons.filter((reason): reason is Contradiction => reason.code === 'contradicts');
}
