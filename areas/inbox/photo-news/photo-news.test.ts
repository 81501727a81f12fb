import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { PhotoNews } from '#contract/inbox.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { publish } from '#platform/events/publish.ts';
import { newId } from '#platform/ids/new-id.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { accountVisitor, anonymousVisitor, type Visitor } from '#platform/testing/test-visitor.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

type Outcome = PhotoNews['photos'][number]['outcome'];
const tell = async (owner_id: string, garment_id: string, state: Outcome, stage: 'photo' | 'clean' = 'clean'): Promise<void> => {
  await inTransaction(house.ctx(), (tx) => publish(tx, 'garment.ready', { garment_id, owner_id, stage, state }));
  await house.deliverNews();
};
const newsOf = async (who: Visitor): Promise<PhotoNews[]> =>
  (await who.call<{ photo_news: PhotoNews[] }>('GET', '/v1/inbox')).body.photo_news;

test('the photos of one sitting are one piece of news; what comes after it was read is another', async () => {
  const who = await anonymousVisitor(house);
  const ids = [newId(), newId(), newId()];
  await tell(who.person_id, ids[0]!, 'ready');
  await tell(who.person_id, ids[1]!, 'doubtful');
  await tell(who.person_id, newId(), 'ready', 'photo');
  const [first, ...none] = await newsOf(who);
  assert.deepEqual(none, []);
  const told = Object.fromEntries(first!.photos.map(({ item_id, outcome }) => [item_id, outcome]));
  assert.deepEqual([told, first!.is_read], [{ [ids[0]!]: 'ready', [ids[1]!]: 'doubtful' }, false]);
  assert.equal((await who.call('PATCH', `/v1/inbox/${first!.id}`, { is_read: true })).status, 200);
  await tell(who.person_id, ids[2]!, 'failed', 'photo');
  const [second, read] = await newsOf(who);
  assert.deepEqual([second!.photos, read!.is_read], [[{ item_id: ids[2], outcome: 'failed' }], true]);
  assert.equal((await who.call('PATCH', `/v1/inbox/${second!.id}`, { is_dismissed: true })).status, 200);
  assert.deepEqual(
    (await newsOf(who)).map(({ id }) => id),
    [read!.id],
  );
});

test('news of somebody else cannot be put away, and of somebody who is gone there is none', async () => {
  const [who, other] = [await anonymousVisitor(house), await anonymousVisitor(house)];
  await tell(who.person_id, newId(), 'ready');
  const [news] = await newsOf(who);
  assert.equal((await other.call('PATCH', `/v1/inbox/${news!.id}`, { is_dismissed: true })).status, 404);
  assert.equal((await newsOf(who)).length, 1);
  await tell(newId(), newId(), 'ready');
});

test('news of photos goes with the photos, and leaves nothing', async () => {
  const who = await accountVisitor(house);
  await tell(who.person_id, newId(), 'ready');
  assert.equal((await who.call<{ rows: Record<string, number> }>('DELETE', '/v1/me/photos')).body.rows['inbox'], 1);
  assert.deepEqual(await newsOf(who), []);
});
