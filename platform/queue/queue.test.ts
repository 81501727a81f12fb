import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as z from 'zod';
import { job, type AnyJob } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { quietLog } from '#platform/testing/quiet-log.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { accountVisitor } from '#platform/testing/test-visitor.ts';
import { enqueue } from './enqueue.ts';
import { startQueue } from './start-queue.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

type Payload = { n: number };
const declare = (
  name: string,
  run: (ctx: Ctx, payload: Payload) => Promise<void>,
  more: { is_unique?: boolean; waits_once?: boolean; at_once?: number; retry_limit?: number } = {},
) => job<Payload>({ name, payload: z.object({ n: z.number() }), retry_limit: 0, retry_delay_s: 0, run, ...more });

/** A second queue on the same database, with the given jobs at work until the test ends. */
async function atWork(jobs: readonly AnyJob[], work: (ctx: Ctx) => Promise<void>): Promise<void> {
  const queue = await startQueue(house.platform.database.connection, jobs, quietLog);
  const ctx: Ctx = { ...house.ctx(), queue };
  try {
    await queue.work(jobs, ctx);
    await work(ctx);
  } finally {
    await queue.stop();
  }
}

test('a job that was handed in with a commit runs, one of a transaction that failed does not', async () => {
  const ran = Promise.withResolvers<number>();
  const seen: number[] = [];
  const counted = declare('test.counted', async (_, { n }) => {
    seen.push(n);
    if (n === 2) ran.resolve(n);
  });
  await atWork([counted], async (ctx) => {
    await assert.rejects(
      inTransaction(ctx, async (tx) => {
        await enqueue(tx, counted, { n: 1 });
        throw new Error('no');
      }),
    );
    await inTransaction(ctx, (tx) => enqueue(tx, counted, { n: 2 }));
    await ran.promise;
  });
  assert.deepEqual(seen, [2]);
});

test('a job that fails is tried again, and after its last attempt the operator sees it', async () => {
  let attempts = 0;
  const gone = Promise.withResolvers<void>();
  const failing = declare(
    'test.failing',
    async () => {
      attempts += 1;
      if (attempts === 2) gone.resolve();
      throw new Error('the shop is on fire');
    },
    { retry_limit: 1 },
  );
  await atWork([failing], async (ctx) => {
    await enqueue(ctx, failing, { n: 1 });
    await gone.promise;
  });
  const listed = await house.server.inject({
    method: 'GET',
    url: '/v1/jobs/failed',
    headers: (await accountVisitor(house, 'operator')).headers,
  });
  const [dead] = listed.json<{ jobs: { name: string; attempts: number; reason: string }[] }>().jobs;
  assert.equal(dead?.name, 'test.failing');
  assert.equal(dead?.attempts, 2);
  assert.match(dead?.reason ?? '', /on fire/);
});

test('of a unique job one waits for each key, however often it is asked for', async () => {
  const unique = declare('test.unique', async () => undefined, { is_unique: true });
  const queue = await startQueue(house.platform.database.connection, [unique], quietLog);
  const ctx: Ctx = { ...house.ctx(), queue };
  await Promise.all([1, 2, 3].map((n) => enqueue(ctx, unique, { n }, { singleton_key: 'a' })));
  await enqueue(ctx, unique, { n: 4 }, { singleton_key: 'b' });
  assert.equal((await queue.boss.findJobs('test.unique')).length, 2);
  await queue.stop();
});

test('of a job that waits once one waits for each key, and another while one runs; several run at once where they may', async () => {
  const [running, both, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let count = 0;
  const patient = declare(
    'test.patient',
    async () => {
      count += 1;
      if (count === 1) running.resolve();
      if (count === 2) both.resolve();
      await go.promise;
    },
    { waits_once: true, at_once: 2 },
  );
  await atWork([patient], async (ctx) => {
    const ask = (n: number) => enqueue(ctx, patient, { n }, { singleton_key: 'a' });
    const waiting = async () => (await ctx.queue.boss.findJobs('test.patient')).filter(({ state }) => state === 'created').length;
    await ask(1);
    await running.promise;
    await Promise.all([ask(2), ask(3), ask(4)]);
    assert.ok((await waiting()) <= 1, 'one waits, however often it is asked for');
    await both.promise;
    await ask(5);
    assert.equal(await waiting(), 1);
    go.resolve();
  });
});

test('a payload that the job does not know is refused when it is handed in', async () => {
  const strict = declare('test.strict', async () => undefined);
  await assert.rejects(enqueue(house.ctx(), strict, { n: 'one' } as never));
});

test('two jobs with one name do not start', async () => {
  const [one, two] = [declare('test.same', async () => undefined), declare('test.same', async () => undefined)];
  await assert.rejects(startQueue(house.platform.database.connection, [one, two], quietLog), /two jobs are called test\.same/);
});
