import { sql } from 'kysely';
import type { Ctx } from '#platform/area/context.ts';
import type { AppError } from '#platform/errors/app-error.ts';

/** Whoever invents hosts must not fill the table: beyond so many a day they are counted together. */
const hosts_a_day_max = 300;
const other_hosts = 'other';
const kept_days = 90;
/** Links of these codes are no pages of a shop, so they are not shown to anybody. */
const without_link: readonly string[] = ['catalog.bad_link', 'catalog.link_refused'];

interface RefusalRow {
  host: string;
  code: string;
  day: string;
  is_handed_over: boolean;
  count: number;
  last_at: string;
  reason: string | null;
  example_link: string | null;
}

const tables = (ctx: Ctx) => ctx.db.withTables<{ catalog_refusals: RefusalRow }>();

/**
 * Counts a page that was refused. Of a page that a shopper handed over only host, code and day are kept; of one that
 * Toile asked for also the newest example, without its query. Never throws: the refusal itself is what matters.
 */
export async function noteRefusal(ctx: Ctx, link: URL | null, { error, is_handed_over }: { error: AppError; is_handed_over: boolean }) {
  // What is our own fault is no refusal of a page.
  if (!error.code.startsWith('catalog.')) return;
  try {
    const now = ctx.clock.now().toISOString();
    const day = now.slice(0, 10);
    const example = is_handed_over
      ? { reason: null, example_link: null }
      : { reason: error.message, example_link: link && !without_link.includes(error.code) ? plainLink(link) : null };
    const host = await countedHost(ctx, link?.hostname.slice(0, 253) || 'unknown', day);
    await tables(ctx)
      .insertInto('catalog_refusals')
      .values({ host, code: error.code, day, is_handed_over, count: 1, last_at: now, ...example })
      .onConflict((conflict) =>
        conflict
          .columns(['host', 'code', 'day', 'is_handed_over'])
          .doUpdateSet({ count: sql`catalog_refusals.count + 1`, last_at: now, ...example }),
      )
      .execute();
  } catch (failure) {
    ctx.log.warn({ err: failure, code: error.code }, 'a refusal could not be counted');
  }
}

const plainLink = (link: URL): string => `${link.origin}${link.pathname}`.slice(0, 2000);

async function countedHost(ctx: Ctx, host: string, day: string): Promise<string> {
  const today = tables(ctx).selectFrom('catalog_refusals').where('day', '=', day);
  if (await today.select('host').where('host', '=', host).executeTakeFirst()) return host;
  const { hosts } = await today.select((select) => select.fn.count<number>('host').distinct().as('hosts')).executeTakeFirstOrThrow();
  return hosts < hosts_a_day_max ? host : other_hosts;
}

export interface RefusalGroup {
  host: string;
  code: string;
  count: number;
  handed_over_count: number;
  last_at: string;
  reason: string | null;
  example_link: string | null;
}

/** Lists refusals by host and code, the newest first, from before a cursor. */
export async function listRefusalGroups(ctx: Ctx, { before, limit }: { before: string | null; limit: number }): Promise<RefusalGroup[]> {
  const { rows } = await sql<RefusalGroup>`
    select host, code, sum(count)::int as count, coalesce(sum(count) filter (where is_handed_over), 0)::int as handed_over_count,
      max(last_at) as last_at,
      (array_agg(reason order by last_at desc) filter (where reason is not null))[1] as reason,
      (array_agg(example_link order by last_at desc) filter (where example_link is not null))[1] as example_link
    from catalog_refusals
    group by host, code
    having ${before}::text is null or (max(last_at), host, code) < (split_part(${before}, ' ', 1)::timestamptz, split_part(${before}, ' ', 2), split_part(${before}, ' ', 3))
    order by max(last_at) desc, host desc, code desc
    limit ${limit}
  `.execute(ctx.db);
  return rows;
}

/** Where the list goes on after a group. */
export const refusalCursor = ({ last_at, host, code }: RefusalGroup): string => `${last_at} ${host} ${code}`;

/** Forgets refusals that are too old to act on. */
export async function forgetOldRefusals(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - kept_days * 86_400_000).toISOString().slice(0, 10);
  await tables(ctx).deleteFrom('catalog_refusals').where('day', '<', before).execute();
}
