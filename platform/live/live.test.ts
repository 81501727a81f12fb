import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import type { LiveNews } from './live.ts';

let house: TestHouse;
let second: TestHouse;
before(async () => {
  house = await testHouse();
  second = await testHouse({ DATABASE_URL: house.platform.ports.config.DATABASE_URL });
});
after(async () => {
  await second.close();
  await house.close();
});

/** Listens from now on, past the first word that something may have been missed. */
async function listener(at: TestHouse, topic: string) {
  const leaving = new AbortController();
  const news = at.ctx().live.listen(topic, leaving.signal);
  assert.deepEqual((await news.next()).value, { kind: 'missed' });
  return { next: async () => (await news.next()).value as LiveNews | undefined, leave: () => leaving.abort() };
}
const tell = (at: TestHouse, topic: string, n: number) => inTransaction(at.ctx(), (tx) => tx.live.tell(tx, topic, { n }));

test('what one process tells is heard on another, in its order, and only by those who listen to it', async () => {
  const [one, other] = [await listener(second, 'a'), await listener(second, 'b')];
  await tell(house, 'b', 0);
  for (const n of [1, 2, 3]) await tell(house, 'a', n);
  for (const n of [1, 2, 3]) assert.deepEqual(await one.next(), { kind: 'news', content: { n } });
  assert.deepEqual(await other.next(), { kind: 'news', content: { n: 0 } });
  one.leave();
  other.leave();
  assert.equal(await one.next(), undefined);
});

test('what a transaction that failed told is never heard', async () => {
  const one = await listener(house, 'c');
  await assert.rejects(
    inTransaction(house.ctx(), async (tx) => {
      await tx.live.tell(tx, 'c', { n: 1 });
      throw new Error('no');
    }),
  );
  await tell(house, 'c', 2);
  assert.deepEqual(await one.next(), { kind: 'news', content: { n: 2 } });
  one.leave();
});

test('when the line to the database breaks, listeners are told to look anew and then hear again', async () => {
  const one = await listener(house, 'd');
  await house.platform.database.pool.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'toile-live'");
  assert.deepEqual(await one.next(), { kind: 'missed' });
  await tell(house, 'd', 1);
  assert.deepEqual(await one.next(), { kind: 'news', content: { n: 1 } });
  one.leave();
});

const isLast = (news: LiveNews): boolean => news.kind === 'news' && news.content['n'] === 249;

test('a reader who fell far behind is told to look anew instead of being told everything', async () => {
  const one = await listener(house, 'e');
  const other = await listener(house, 'e');
  await inTransaction(house.ctx(), async (tx) => {
    for (let n = 0; n < 250; n += 1) await tx.live.tell(tx, 'e', { n });
  });
  // The other reads as it comes, so that all of it has come when it is through.
  let last: LiveNews | undefined;
  while (!last || !isLast(last)) last = await other.next();
  const heard: LiveNews[] = [];
  for (let news = await one.next(); news; news = isLast(news) ? undefined : await one.next()) heard.push(news);
  assert.equal(heard[0]?.kind, 'missed');
  assert.ok(heard.length < 250);
  one.leave();
  other.leave();
});
