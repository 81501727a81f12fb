import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { subscribe, type Subscription } from '#platform/area/area.ts';
import type { Ctx } from '#platform/area/context.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids/new-id.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { deliverNext } from './deliver.ts';
import { publish } from './publish.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

const erased = 'person.erased';

/** A ctx in which the given listeners are the only ones. */
function listening(handlers: Record<string, (tx: Ctx, person_id: string) => Promise<void>>): {
  ctx: Ctx;
  subscriptions: Map<string, Subscription>;
} {
  const subscriptions = new Map(
    Object.entries(handlers).map(([name, handle]) => [
      name,
      subscribe({ event: erased, name, handle: (tx, { person_id }) => handle(tx, person_id) }),
    ]),
  );
  return { ctx: { ...house.ctx(), subscribers: new Map([[erased, [...subscriptions.keys()]]]) }, subscriptions };
}

const tell = (ctx: Ctx, person_id = newId()) =>
  inTransaction(ctx, async (tx) => {
    await publish(tx, erased, { person_id });
    return person_id;
  });

async function deliverAll(ctx: Ctx, subscriptions: Map<string, Subscription>): Promise<void> {
  while (await deliverNext(ctx, subscriptions));
}

test('every listener hears news once, oldest first', async () => {
  const heard: string[] = [];
  const { ctx, subscriptions } = listening({
    'test.a': async (_, id) => void heard.push(`a ${id}`),
    'test.b': async (_, id) => void heard.push(`b ${id}`),
  });
  const first = await tell(ctx);
  house.clock.pass(1);
  const second = await tell(ctx);
  await deliverAll(ctx, subscriptions);
  assert.deepEqual(
    heard.filter((line) => line.startsWith('a')),
    [`a ${first}`, `a ${second}`],
  );
  assert.equal(heard.length, 4);
});

test('news of a transaction that fails is not told', async () => {
  const heard: string[] = [];
  const { ctx, subscriptions } = listening({ 'test.a': async (_, id) => void heard.push(id) });
  await assert.rejects(
    inTransaction(ctx, async (tx) => {
      await publish(tx, erased, { person_id: newId() });
      throw new Error('no');
    }),
  );
  await deliverAll(ctx, subscriptions);
  assert.deepEqual(heard, []);
});

test('a listener that fails hears again later, what it wrote is undone, and others are not held up', async () => {
  const heard: string[] = [];
  let fails = 2;
  const { ctx, subscriptions } = listening({
    'test.shaky': async (tx) => {
      await tx.db
        .withTables<{ fit_counted_events: { event_id: string; counted_at: string } }>()
        .insertInto('fit_counted_events')
        .values({ event_id: newId(), counted_at: tx.clock.now().toISOString() })
        .execute();
      fails -= 1;
      if (fails >= 0) throw new Error('not now');
      heard.push('shaky');
    },
    'test.steady': async () => void heard.push('steady'),
  });
  await tell(ctx);
  await deliverAll(ctx, subscriptions);
  assert.deepEqual(heard, ['steady']);
  const written = async () => (await house.platform.database.pool.query('select 1 from fit_counted_events')).rowCount;
  assert.equal(await written(), 0);
  house.clock.pass(2);
  await deliverAll(ctx, subscriptions);
  house.clock.pass(3);
  await deliverAll(ctx, subscriptions);
  assert.deepEqual(heard, ['steady', 'shaky']);
  assert.equal(await written(), 1);
});

test('several couriers at once deliver each piece of news once', async () => {
  const heard: string[] = [];
  const { ctx, subscriptions } = listening({ 'test.a': async (_, id) => void heard.push(id) });
  await Promise.all(Array.from({ length: 20 }, () => tell(ctx)));
  await Promise.all(Array.from({ length: 5 }, () => deliverAll(ctx, subscriptions)));
  assert.equal(heard.length, 20);
  assert.equal(new Set(heard).size, 20);
});

test('publishing outside a transaction, or what the contract does not know, is refused', async () => {
  const { ctx } = listening({});
  await assert.rejects(publish(ctx, erased, { person_id: newId() }), /inside a transaction/);
  await assert.rejects(inTransaction(ctx, (tx) => publish(tx, erased, { person_id: 'nobody' })));
});
