import * as z from 'zod';
import { job } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { forgetIdleHosts } from '#platform/outbound/change-host.ts';
import { enqueue } from '#platform/queue/enqueue.ts';
import { handInSources } from './hand-in-sources.ts';
import { load_link, sourceKey } from './load-link.ts';
import { forgetOldPageTags } from './page-tag.store.ts';
import { forgetOldRefusals } from './refusal.store.ts';
import { listLeftSources, tidyRuns } from './run.store.ts';
import { findDue } from './upkeep.store.ts';

/** Read before it is a day old, so that who comes tomorrow finds it fresh. */
const older_than_s = 20 * 3600;
/** What nobody looked at for two weeks is read again when somebody does. */
const used_within_s = 14 * 24 * 3600;
/** Of all shops in an hour, and of one: that one is asked once a minute, and shoppers come first. */
const refreshes_max = 300;
const refreshes_of_host_max = 50;
const pause_s = 60;
/** A command may take long over its links; after this they are nobody's. */
const left_after_s = 3600;

/** Reads products again that are in use, every hour a part; and mends and tidies runs. */
export const refresh_used = job({
  name: 'catalog.refresh-used',
  payload: z.object({}),
  // The next hour does what this one could not.
  retry_limit: 1,
  retry_delay_s: 60,
  // Not on the hour, when everybody's hourly jobs run.
  cron: '23 * * * *',
  run: refreshUsed,
});

/** Idempotent: what waits in a run already is not handed in twice. */
export async function refreshUsed(ctx: Ctx): Promise<void> {
  await handInLeftSources(ctx);
  const due = await findDue(ctx, { used_within_s, older_than_s, limit: refreshes_max, shop_limit: refreshes_of_host_max });
  const wanted = due.map(({ id, product_url }) => ({ source: product_url, product_id: id }));
  if (wanted.length > 0) await inTransaction(ctx, (tx) => handInSources(tx, { kind: 'refresh', wanted, pause_s }));
  await tidyRuns(ctx);
  await forgetOldRefusals(ctx);
  await forgetOldPageTags(ctx);
  await forgetIdleHosts(ctx);
}

/** A source whose job was lost is tried again until its attempts are used up: so every run ends. */
async function handInLeftSources(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - left_after_s * 1000).toISOString();
  for (const which of await listLeftSources(ctx, before, 1000)) await enqueue(ctx, load_link, which, { singleton_key: sourceKey(which) });
}
