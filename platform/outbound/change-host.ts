import type { Host } from '#contract/operation.ts';
import type { Ctx } from '#platform/area/context.ts';
import { recordAct } from '#platform/audit/record-act.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { notFound } from '#platform/errors/app-error.ts';
import { hostTables, type HostRow } from './host-tables.ts';
import { readHost } from './list-hosts.ts';

/** Hosts that nobody visited for so long, and that are in no trouble, need not be remembered. */
const idle_days = 30;

/** Ends a host's rest, whatever began it; the next visit tries, once, and decides. Throws `request.not_found`. */
export const tryHostNow = (ctx: Ctx, host: string): Promise<Host> =>
  changeHost(ctx, host, { action: 'outbound.host_tried', change: { closed_until: null, rest_reason: null, rests: 0 } });

/** Keeps everybody away from a host until somebody lets them go on. Throws `request.not_found`. */
export const pauseHost = (ctx: Ctx, host: string): Promise<Host> =>
  changeHost(ctx, host, { action: 'outbound.host_paused', change: { paused_at: ctx.clock.now().toISOString() } });

/** Lets visits go on. Throws `request.not_found`. */
export const resumeHost = (ctx: Ctx, host: string): Promise<Host> =>
  changeHost(ctx, host, { action: 'outbound.host_resumed', change: { paused_at: null } });

function changeHost(ctx: Ctx, host: string, { action, change }: { action: string; change: Partial<HostRow> }): Promise<Host> {
  return inTransaction(ctx, async (tx) => {
    const changed = await hostTables(tx.db)
      .updateTable('platform_hosts')
      .set({ ...change, updated_at: tx.clock.now().toISOString() })
      .where('host', '=', host)
      .executeTakeFirst();
    if (Number(changed.numUpdatedRows) === 0) throw notFound('host');
    await recordAct(tx, { action, subject: `host:${host}` });
    return readHost(tx, host);
  });
}

/** Forgets hosts that nobody visits, and every robots.txt that may no longer be kept. */
export async function forgetIdleHosts(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  const before = new Date(now.getTime() - idle_days * 86_400_000).toISOString();
  await hostTables(ctx.db).deleteFrom('platform_robots').where('kept_until', '<', now.toISOString()).execute();
  await hostTables(ctx.db).deleteFrom('platform_hosts').where('updated_at', '<', before).where('paused_at', 'is', null).execute();
}
