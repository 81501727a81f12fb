import { bodyBuild, type BodyBuild, type BuildPlace } from '#contract/body-build.ts';
import type { Ctx } from '#platform/area/context.ts';
import type { FitTables } from './fit-tables.ts';

const fit = (ctx: Ctx) => ctx.db.withTables<FitTables>();

const places = Object.keys(bodyBuild.shape) as BuildPlace[];

/** How a profile says it is built; nothing said is an empty object. */
export async function findBuild(ctx: Ctx, profile_id: string): Promise<BodyBuild> {
  const row = await fit(ctx).selectFrom('fit_builds').select(places).where('profile_id', '=', profile_id).executeTakeFirst();
  return Object.fromEntries(Object.entries(row ?? {}).filter(([, level]) => level !== null));
}

/** Changes only the places that are given; two changes of different places at once both hold. */
export async function saveBuild(ctx: Ctx, profile_id: string, change: BodyBuild): Promise<void> {
  const given = Object.fromEntries(Object.entries(change).filter(([, level]) => level !== undefined)) as BodyBuild;
  const updated_at = ctx.clock.now().toISOString();
  await fit(ctx)
    .insertInto('fit_builds')
    .values({ belly: null, chest: null, hip: null, ...given, profile_id, updated_at })
    .onConflict((conflict) => conflict.column('profile_id').doUpdateSet({ ...given, updated_at }))
    .execute();
}

/** The account's own word stays; where it said nothing, the other's is taken over. */
export async function mergeBuild(tx: Ctx, from_profile_id: string, to_profile_id: string): Promise<void> {
  const merged = { ...(await findBuild(tx, from_profile_id)), ...(await findBuild(tx, to_profile_id)) };
  if (Object.keys(merged).length > 0) await saveBuild(tx, to_profile_id, merged);
}
