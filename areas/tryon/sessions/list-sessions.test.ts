import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { TryOnSession } from '#contract/tryon.ts';
import { ownGarment, photographPerson } from '#platform/testing/dressed-visitor.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { anonymousVisitor, type Visitor } from '#platform/testing/test-visitor.ts';
import { renderSession } from '../rendering/render-session.ts';
import { sampleRenderer } from '../renderers/sample-renderer.ts';

let house: TestHouse;
let who: Visitor;
let body: { photo_id: string; items: string[] };
before(async () => {
  house = await testHouse();
  who = await anonymousVisitor(house);
  body = { photo_id: await photographPerson(house, who), items: [await ownGarment(house, who)] };
});
after(() => house.close());

interface List {
  sessions: TryOnSession[];
  next_cursor: string | null;
}
const list = async (query = '', person = who) => (await person.call<List>('GET', `/v1/tryon/sessions${query}`)).body;
const idsOf = ({ sessions }: List): string[] => sessions.map(({ session_id }) => session_id);
const create = async (): Promise<string> => (await who.call<TryOnSession>('POST', '/v1/tryon/sessions', body)).body.session_id;

test('a person’s try-ons are listed newest first, page after page, and nobody else’s', async () => {
  const made = [await create(), await create(), await create()];
  const first = await list('?limit=2');
  assert.deepEqual(idsOf(first), [made[2], made[1]]);
  const second = await list(`?limit=2&cursor=${first.next_cursor}`);
  assert.deepEqual([idsOf(second), second.next_cursor], [[made[0]], null]);
  assert.deepEqual(
    first.sessions.map(({ queue_position }) => queue_position),
    [2, 1],
  );
  assert.deepEqual(await list('', await anonymousVisitor(house)), { sessions: [], next_cursor: null });
  assert.equal((await who.call<{ error: { code: string } }>('GET', '/v1/tryon/sessions?cursor=2')).body.error.code, 'request.invalid');
});

test('kept looks are told from the others, and what is over or deleted is not listed', async () => {
  const [kept, passing, deleted] = [await create(), await create(), await create()];
  for (const id of [kept, passing, deleted]) await renderSession(house.platform.systemCtx(), id, [sampleRenderer()]);
  await who.call('PUT', `/v1/tryon/sessions/${kept}/look`);
  await who.call('DELETE', `/v1/tryon/sessions/${deleted}`);
  const looks = await list('?saved=true');
  assert.deepEqual(idsOf(looks), [kept]);
  assert.match(looks.sessions[0]!.render_url!, /^\/tryon-pictures\//);
  const others = idsOf(await list('?saved=false'));
  assert.deepEqual([others.includes(passing), others.includes(kept), others.includes(deleted)], [true, false, false]);
  const yesterday = new Date(house.clock.now().getTime() - 1000);
  await house.platform.database.pool.query('update tryon_sessions set expires_at = $1', [yesterday]);
  const left = idsOf(await list());
  assert.deepEqual([left.includes(kept), left.includes(passing)], [true, false]);
});
