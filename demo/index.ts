import { sql } from 'kysely';
import * as z from 'zod';
import { forgetInServer, isFreshCatalog } from '#areas/catalog/index.ts';
import { isNobodyKnown } from '#areas/people/index.ts';
import { job, type Area, type Command } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { wantsDemo } from '#platform/config/config.ts';
import { StartError } from '#platform/errors/start-error.ts';
import { enqueue } from '#platform/queue/enqueue.ts';
import { seedDemo } from './seed-demo.ts';
import { decideOnce, wantDemo } from './state.store.ts';
import { unseedDemo } from './unseed-demo.ts';

const seed_job = job({
  name: 'demo.seed',
  payload: z.object({}),
  retry_limit: 3,
  retry_delay_s: 2,
  // Half a minute of processor time, on a machine that may be busy. A start after a kill does not wait for it, see seedAlone.
  longest_s: 300,
  run: async (ctx) => void (await seedAlone(ctx)),
});

/** One at a time. The lock goes with the process that holds it, so whoever starts next goes on where a killed one was. Gives what it seeded, or null. */
async function seedAlone(ctx: Ctx): Promise<string[] | null> {
  return ctx.db.transaction().execute(async (db) => {
    const { rows } = await sql<{ is_mine: boolean }>`select pg_try_advisory_xact_lock(hashtext('demo.seed')) as is_mine`.execute(db);
    return rows[0]!.is_mine ? seedDemo(ctx) : null;
  });
}

const seed: Command = {
  name: 'seed',
  usage: 'toile seed --demo',
  summary: 'Fill the shop window with two invented boutiques, their drawn garments and invented shoppers.',
  run: async (ctx, [what]) => {
    if (what !== '--demo') throw new StartError(`Say what to put there: ${seed.usage}`);
    await wantDemo(ctx);
    const product_ids = await seedAlone(ctx);
    if (!product_ids) throw new StartError('The server is drawing the demo just now. It is there in less than a minute.');
    await forgetInServer(ctx, product_ids);
    return 'The demo is there: two boutiques with their garments. `toile unseed` removes them.';
  },
};

const unseed: Command = {
  name: 'unseed',
  usage: 'toile unseed',
  summary: 'Remove the invented boutiques and shoppers of the demo, and nothing else.',
  run: async (ctx) => {
    const { product_ids, interactions } = await unseedDemo(ctx);
    await forgetInServer(ctx, product_ids);
    return `Removed ${product_ids.length} products of the demo and ${interactions} things that invented shoppers did.`;
  },
};

/** A house in which nobody has been yet is shown with the demo, where the setting allows it. */
async function open(ctx: Ctx): Promise<void> {
  if (!wantsDemo(ctx.config)) return;
  const is_fresh = (await isFreshCatalog(ctx)) && (await isNobodyKnown(ctx));
  const { state } = await decideOnce(ctx, is_fresh ? 'wanted' : 'unwanted');
  if (state === 'wanted') await enqueue(ctx, seed_job, {});
}

/** What `npm start` shows a newcomer: see README.md. It stands behind all areas and is entered by none. */
export const demo: Area = {
  name: 'demo',
  migrations: new URL('migrations/', import.meta.url),
  routes: [],
  jobs: [seed_job],
  commands: [seed, unseed],
  subscriptions: [],
  personal_data: null,
  open,
};
