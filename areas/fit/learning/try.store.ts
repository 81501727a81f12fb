import { sql } from 'kysely';
import type { FitFeedback } from '#contract/fit.ts';
import type { Ctx } from '#platform/area/context.ts';
import type { FitTables } from '../fit-tables.ts';

/** One size of one product on one profile, and what was said of it. */
export type TryRow = { profile_id: string; product_id: string; size: string; overall: FitFeedback['overall']; at: string };

/** Training takes a minute for these; older ones say little that newer ones do not. */
const tries_max = 200_000;

/**
 * Lists what everybody said of sizes, and what became of purchases, newest first; of one profile, product and size the newest.
 * A purchase that was kept without a word fitted; one that came back for another reason than its size is left out.
 */
export async function listAllTries(ctx: Ctx): Promise<TryRow[]> {
  const { rows } = await sql<TryRow>`
    with told as (
      select f.profile_id, f.product_id, b.size_tried as size, b.fit_feedback->>'overall' as overall, b.created_at as at
      from fit_feedback b join fit_fittings f on f.id = b.fitting_id
      union all
      select profile_id, product_id, size,
        coalesce(fit_feedback->>'overall', case when outcome = 'kept' then 'perfect' else reason end), at
      from fit_outcomes where outcome = 'kept' or fit_feedback is not null or reason <> 'other'
    )
    select * from (
      select distinct on (profile_id, product_id, size) * from told where overall is not null
      order by profile_id, product_id, size, at desc
    ) newest order by at desc, profile_id, product_id, size limit ${tries_max}
  `.execute(ctx.db);
  return rows;
}

/** Counts what there is to learn from, at most. */
export async function countAllTries(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select ((select count(*) from fit_feedback) + (select count(*) from fit_outcomes))::int as count
  `.execute(ctx.db);
  return rows[0]!.count;
}

/** Reads the measurements of all profiles that have any. */
export async function listAllMeasurements(ctx: Ctx): Promise<Map<string, FitTables['fit_measurements']>> {
  const rows = await ctx.db.withTables<FitTables>().selectFrom('fit_measurements').selectAll().execute();
  return new Map(rows.map((row) => [row.profile_id, row]));
}
