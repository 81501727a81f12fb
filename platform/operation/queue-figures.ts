import { sql } from 'kysely';
import type { QueueFigures } from '#contract/operation.ts';
import type { Ctx } from '#platform/area/context.ts';
import { dead_letter } from '#platform/queue/queue.ts';

/** Counts jobs by name: waiting, for later, at work, given up; and how long the oldest that should have run has waited. */
export async function readQueueFigures(ctx: Ctx): Promise<QueueFigures[]> {
  const { rows } = await sql<QueueFigures>`
    select coalesce(source_name, name) as name,
      count(*) filter (where name <> ${dead_letter} and state in ('created', 'retry') and start_after <= now())::int as waiting,
      count(*) filter (where name <> ${dead_letter} and state in ('created', 'retry') and start_after > now())::int as later,
      count(*) filter (where name <> ${dead_letter} and state = 'active')::int as active,
      count(*) filter (where name = ${dead_letter} and state in ('created', 'retry'))::int as failed,
      coalesce(extract(epoch from now() - min(start_after)
        filter (where name <> ${dead_letter} and state in ('created', 'retry') and start_after <= now())), 0)::float8 as oldest_age_s
    from pgboss.job
    where name not like '\\_\\_pgboss%'
    group by 1 order by 1
  `.execute(ctx.db);
  return rows;
}
