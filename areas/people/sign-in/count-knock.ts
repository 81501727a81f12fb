import { sql } from 'kysely';
import type { Ctx } from '#platform/area/context.ts';
import { tooManyLogIns } from '../errors.ts';
import { hashSecret } from './secrets.ts';

/**
 * Counts one try of a client or for one e-mail in this minute, in the database: memory may be lost,
 * and a lost count must not open the door. Throws `request.too_many` beyond the limit.
 */
export async function countKnock(ctx: Ctx, client: string, factor = 1): Promise<void> {
  const minute = minuteOf(ctx);
  const { rows } = await sql<{ count: number }>`
    insert into people_log_in_counts (client_hash, minute, count) values (${hashSecret(client)}, ${minute}, 1)
    on conflict (client_hash, minute) do update set count = people_log_in_counts.count + 1
    returning count
  `.execute(ctx.db);
  if ((rows[0]?.count ?? 0) > ctx.config.LOG_IN_LIMIT_PER_MINUTE * factor) throw tooManyLogIns();
}

/** Throws when the count of this minute is used up, without adding to it: then even the right password is not tried. */
export async function refuseGuesses(ctx: Ctx, client: string, factor: number): Promise<void> {
  const { rows } = await sql<{ count: number }>`
    select count from people_log_in_counts where client_hash = ${hashSecret(client)} and minute = ${minuteOf(ctx)}
  `.execute(ctx.db);
  if ((rows[0]?.count ?? 0) >= ctx.config.LOG_IN_LIMIT_PER_MINUTE * factor) throw tooManyLogIns();
}

const minuteOf = ({ clock }: Ctx): string => new Date(Math.floor(clock.now().getTime() / 60_000) * 60_000).toISOString();

/** Removes counts that no longer matter. */
export async function forgetOldKnocks(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - 3_600_000).toISOString();
  await sql`delete from people_log_in_counts where minute < ${before}`.execute(ctx.db);
}
