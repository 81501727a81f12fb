import * as z from 'zod';
import { job } from '#platform/area/area.ts';
import { sweepImports } from './bring-back/sweep-imports.ts';
import { forgetOldKnocks } from './sign-in/count-knock.ts';
import { forgetStrangers } from './privacy/forget-strangers.ts';
import { deleteEndedSessions } from './sign-in/session.store.ts';

/** Removes ended sessions, old counts, old imports, and anonymous people nobody can reach any more, every hour. */
export const sweep = job({
  name: 'people.sweep',
  payload: z.object({}),
  retry_limit: 2,
  retry_delay_s: 60,
  cron: '17 * * * *',
  run: async (ctx) => {
    await deleteEndedSessions(ctx);
    await forgetOldKnocks(ctx);
    await forgetStrangers(ctx);
    await sweepImports(ctx);
  },
});
