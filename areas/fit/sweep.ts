import * as z from 'zod';
import { job } from '#platform/area/area.ts';
import { forgetCounted } from './size-outcome.store.ts';

/** News is kept for 30 days, and longer while it waits. Forgotten too soon it would be counted twice, so twice as long. */
const counted_kept_days = 60;

/** Removes every day the notes on which news was counted that nobody will tell again. */
export const sweep = job({
  name: 'fit.sweep',
  payload: z.object({}),
  retry_limit: 2,
  retry_delay_s: 60,
  cron: '43 3 * * *',
  run: async (ctx) => forgetCounted(ctx, new Date(ctx.clock.now().getTime() - counted_kept_days * 86_400_000)),
});
