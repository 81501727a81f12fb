import { setTimeout as sleep } from 'node:timers/promises';
import type { Subscription } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { sql } from 'kysely';
import { deliverNext } from './deliver.ts';

/** News is seldom urgent; a quarter of a second keeps an idle server quiet and a busy one prompt. */
const idle_ms = 250;
const trouble_ms = 2000;
const kept_days = 30;
const sweep_every_ms = 3_600_000;

/** Delivers news until the signal says stop; returns when the delivery in hand is done. */
export async function runCourier(ctx: Ctx, subscriptions: ReadonlyMap<string, Subscription>): Promise<void> {
  let next_sweep = 0;
  while (!ctx.signal.aborted) {
    try {
      if (Date.now() > next_sweep) {
        await forgetOldNews(ctx);
        next_sweep = Date.now() + sweep_every_ms;
      }
      if (!(await deliverNext(ctx, subscriptions))) await pause(idle_ms, ctx.signal);
    } catch (error) {
      if (ctx.signal.aborted) return;
      ctx.log.warn({ err: error }, 'news cannot be delivered just now');
      await pause(trouble_ms, ctx.signal);
    }
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> => sleep(ms, undefined, { signal }).catch(() => undefined);

async function forgetOldNews(ctx: Ctx): Promise<void> {
  await sql`
    delete from platform_events e
    where e.occurred_at < ${ctx.clock.now().toISOString()}::timestamptz - make_interval(days => ${kept_days})
      and not exists (select from platform_deliveries d where d.event_id = e.id and d.delivered_at is null and d.attempts > 0)
  `.execute(ctx.db);
}
