import { sql } from 'kysely';
import type { BodyBuild } from '#contract/body-build.ts';
import type { BodyMeasurements, FitFeedback } from '#contract/fit.ts';
import type { Ctx } from '#platform/area/context.ts';
import type { FitTables } from '../fit-tables.ts';

/** One size of one product on one profile, and what was said of it. */
export type TryRow = { profile_id: string; product_id: string; size: string; overall: FitFeedback['overall']; at: string };

/** Training takes a minute for these; older ones say little that newer ones do not. */
const tries_max = 200_000;

/** What everybody said of sizes, and what became of purchases; of one profile, product and size the newest. */
const newest_tries = sql`
  select distinct on (profile_id, product_id, size) * from (
    select f.profile_id, f.product_id, b.size_tried as size, b.fit_feedback->>'overall' as overall, b.created_at as at
    from fit_feedback b join fit_fittings f on f.id = b.fitting_id
    union all
    select profile_id, product_id, size,
      coalesce(fit_feedback->>'overall', case when outcome = 'kept' then 'perfect' else reason end), at
    from fit_outcomes where outcome = 'kept' or fit_feedback is not null or reason <> 'other'
  ) told where overall is not null
  order by profile_id, product_id, size, at desc
`;

/** Lists all tries, newest first. A purchase that was kept without a word fitted; one that came back for another reason than its size is left out. */
export async function listAllTries(ctx: Ctx): Promise<TryRow[]> {
  const { rows } = await sql<TryRow>`
    select * from (${newest_tries}) newest order by at desc, profile_id, product_id, size limit ${tries_max}
  `.execute(ctx.db);
  return rows;
}

/** Counts the tries there are to learn from; those of products that are gone are among them. */
export async function countAllTries(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (${newest_tries}) newest`.execute(ctx.db);
  return rows[0]!.count;
}

/** Reads the measurements of all profiles that have any. */
export async function listAllMeasurements(ctx: Ctx): Promise<Map<string, BodyMeasurements>> {
  const rows = await ctx.db.withTables<FitTables>().selectFrom('fit_measurements').selectAll().execute();
  return new Map(
    rows.map((row) => {
      const { profile_id, updated_at: _, ...body } = row;
      return [profile_id, body];
    }),
  );
}

/** Reads how all profiles say they are built that said so. */
export async function listAllBuilds(ctx: Ctx): Promise<Map<string, BodyBuild>> {
  const rows = await ctx.db.withTables<FitTables>().selectFrom('fit_builds').select(['profile_id', 'belly', 'chest', 'hip']).execute();
  return new Map(rows.map(({ profile_id, ...build }) => [profile_id, build]));
}
