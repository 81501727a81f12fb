import type { Host } from '#contract/operation.ts';
import type { Ctx } from '#platform/area/context.ts';
import { notFound } from '#platform/errors/app-error.ts';
import { breakerState } from './breaker.ts';
import { hostTables, type HostRow, type RobotsRow } from './host-tables.ts';

/** Lists the hosts that Toile visits, by name, from after one. */
export async function listHosts(ctx: Ctx, { after, limit }: { after: string | null; limit: number }): Promise<Host[]> {
  const rows = await hostTables(ctx.db)
    .selectFrom('platform_hosts')
    .selectAll()
    .where('host', '>', after ?? '')
    .orderBy('host')
    .limit(limit)
    .execute();
  return withRobots(ctx, rows);
}

/** Shows one host. Throws `request.not_found`. */
export async function readHost(ctx: Ctx, host: string): Promise<Host> {
  const row = await hostTables(ctx.db).selectFrom('platform_hosts').selectAll().where('host', '=', host).executeTakeFirst();
  if (!row) throw notFound('host');
  return (await withRobots(ctx, [row]))[0]!;
}

type KnownRobots = Pick<RobotsRow, 'host' | 'fetched_at'> & { is_had: boolean };

async function withRobots(ctx: Ctx, rows: readonly HostRow[]): Promise<Host[]> {
  if (rows.length === 0) return [];
  const names = rows.map(({ host }) => host);
  const robots = await hostTables(ctx.db)
    .selectFrom('platform_robots')
    .select((select) => ['host', 'fetched_at', select('text', 'is not', null).$castTo<boolean>().as('is_had')])
    .where('host', 'in', names)
    .orderBy('fetched_at')
    .execute();
  // Of http and https the one that was asked last.
  const by_host = new Map(robots.map((one) => [one.host, one]));
  return rows.map((row) => show(row, by_host.get(row.host), ctx.clock.now()));
}

function show(row: HostRow, robots: KnownRobots | undefined, now: Date): Host {
  const {
    lease_token: _token,
    leased_until,
    crawl_delay_ms,
    paused_at,
    created_at: _created,
    updated_at: _updated,
    rests: _rests,
    ...shown
  } = row;
  return {
    ...shown,
    state: breakerState(row, now),
    is_paused: paused_at !== null,
    is_visited_now: leased_until !== null && Date.parse(leased_until) > now.getTime(),
    crawl_delay_s: crawl_delay_ms ? crawl_delay_ms / 1000 : null,
    robots_read_at: robots?.fetched_at ?? null,
    is_robots_had: robots?.is_had ?? null,
  };
}
