import * as z from 'zod';
import { job } from '#platform/area/area.ts';
import { enqueue } from '#platform/queue/enqueue.ts';
import { deliver_webhooks } from './deliver-webhooks.ts';
import { giveUpBefore, keepNewest, listDueEndpoints } from './delivery.store.ts';
import { forgetOldSecrets } from './endpoint.store.ts';

/** As many as an owner needs to see what goes wrong. */
export const log_max = 100;
/** Waits longer only what a paused endpoint left; older news would surprise more than it tells. */
const waiting_max_ms = 3 * 86_400_000;

/** Nudges every minute what is to be tried again, and what a process that died left behind. */
export const nudge_webhooks = job({
  name: 'inbox.nudge-webhooks',
  payload: z.object({}),
  retry_limit: 0,
  retry_delay_s: 0,
  cron: '* * * * *',
  run: async (ctx) => {
    for (const endpoint_id of await listDueEndpoints(ctx)) {
      await enqueue(ctx, deliver_webhooks, { endpoint_id }, { singleton_key: endpoint_id });
    }
  },
});

/** Gives up every hour what waited too long, forgets secrets that no longer sign, and keeps the log short. */
export const sweep_webhooks = job({
  name: 'inbox.sweep-webhooks',
  payload: z.object({}),
  retry_limit: 2,
  retry_delay_s: 60,
  cron: '27 * * * *',
  run: async (ctx) => {
    await giveUpBefore(ctx, new Date(ctx.clock.now().getTime() - waiting_max_ms), 'waited too long');
    await forgetOldSecrets(ctx);
    await keepNewest(ctx, log_max);
  },
});
