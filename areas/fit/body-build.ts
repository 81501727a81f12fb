import { myProfile } from '#areas/people/index.ts';
import type { BodyBuild } from '#contract/body-build.ts';
import type { Ctx } from '#platform/area/context.ts';
import { findBuild, saveBuild } from './body-build.store.ts';

/** How one of the caller's profiles is built, by its own eye. */
export async function readBuild(ctx: Ctx, profile_id: string): Promise<BodyBuild> {
  await myProfile(ctx, profile_id);
  return findBuild(ctx, profile_id);
}

/** Changes the places that are given; null forgets one. The next advice knows. */
export async function setBuild(ctx: Ctx, profile_id: string, change: BodyBuild): Promise<BodyBuild> {
  await myProfile(ctx, profile_id);
  await saveBuild(ctx, profile_id, change);
  return findBuild(ctx, profile_id);
}
