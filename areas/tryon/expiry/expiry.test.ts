import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { TryOnSession } from '#contract/tryon.ts';
import type { Ctx } from '#platform/area/context.ts';
import { ownGarment, photographPerson } from '#platform/testing/dressed-visitor.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { anonymousVisitor, runCommand, type Visitor } from '#platform/testing/test-visitor.ts';
import { renderSession } from '../rendering/render-session.ts';
import { sampleRenderer } from '../renderers/sample-renderer.ts';
import { findSession, listTransitions } from '../sessions/session.store.ts';
import { showSession } from '../sessions/own-session.ts';
import { sweep, sweepTryOns } from './sweep.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

const day_s = 24 * 3600;
const system = (change: Partial<Ctx> = {}): Ctx => ({ ...house.platform.systemCtx(), ...change });
const filesIn = async (prefix: string): Promise<number> => (await house.ctx().storage.list(prefix)).objects.length;
/** Their token ends within the hour, their things within the day. */
const later = ({ person_id }: Visitor) => house.ctx({ person_id, via: 'token' });
async function triedOn(who: Visitor): Promise<{ id: string; photo_id: string }> {
  const photo_id = await photographPerson(house, who);
  const items = [await ownGarment(house, who)];
  const { body } = await who.call<TryOnSession>('POST', '/v1/tryon/sessions', { photo_id, items });
  await renderSession(system(), body.session_id, [sampleRenderer()]);
  return { id: body.session_id, photo_id };
}

test('after a day the files of a photo and a look are gone, and nothing personal is left; for 30 days it is told that there was one', async () => {
  const who = await anonymousVisitor(house);
  const { id, photo_id } = await triedOn(who);
  await who.call('POST', `/v1/feedback/tryon/${id}`, { accuracy: 5, notes: 'That is me.' });
  const { item_ids } = (await findSession(house.ctx(), id))!;
  house.clock.pass(day_s - 60);
  assert.deepEqual(await sweepTryOns(system()), { sessions: 0, photos: 0, forgotten: 0, left: 0 });
  house.clock.pass(61);
  await assert.rejects(showSession(later(who), id), { code: 'tryon.session_expired' });
  assert.deepEqual(await sweepTryOns(system()), { sessions: 1, photos: 1, forgotten: 0, left: 0 });
  assert.deepEqual([await filesIn(`tryon/${id}/`), await filesIn(`tryon-photos/${photo_id}/`)], [0, 0]);
  const { pool } = house.platform.database;
  const row = (await findSession(house.ctx(), id))!;
  assert.deepEqual(
    [row.status, row.item_ids, row.person_id, row.photo_id, row.items, row.wishes, row.parts, row.confidence, row.request_hash],
    ['expired', item_ids, null, null, null, null, null, null, null],
  );
  assert.deepEqual((await pool.query('select notes from tryon_feedback where session_id = $1', [id])).rows, [{ notes: null }]);
  for (const table of ['tryon_photos', 'tryon_sessions', 'tryon_pictures', 'tryon_transitions', 'tryon_feedback'])
    assert.equal((await pool.query(`select 1 from ${table} t where t::text like '%${who.person_id}%'`)).rowCount, 0, table);
  assert.deepEqual(
    (await listTransitions(house.ctx(), id)).map(({ from_status, to_status }) => [from_status, to_status]),
    [
      [null, 'created'],
      ['created', 'processing'],
      ['processing', 'completed'],
      ['completed', 'expired'],
    ],
  );
  await assert.rejects(showSession(later(who), id), { code: 'tryon.session_expired' });
  house.clock.pass(30 * day_s + 1);
  assert.equal((await sweepTryOns(system())).forgotten, 2);
  assert.equal(await findSession(house.ctx(), id), undefined);
});

test('a look that is kept stays, its photo does not; kept no longer it has another day', async () => {
  const who = await anonymousVisitor(house);
  const { id, photo_id } = await triedOn(who);
  await who.call('PUT', `/v1/tryon/sessions/${id}/look`);
  house.clock.pass(3 * day_s);
  await sweepTryOns(system());
  assert.deepEqual([await filesIn(`tryon/${id}/`), await filesIn(`tryon-photos/${photo_id}/`)], [4, 0]);
  const shown = await showSession(later(who), id);
  assert.equal((await house.server.inject({ method: 'GET', url: shown.render_url! })).statusCode, 200);
  const { unsaveLook } = await import('../sessions/change-session.ts');
  await unsaveLook(later(who), id);
  await sweepTryOns(system());
  assert.equal(await filesIn(`tryon/${id}/`), 4);
  house.clock.pass(day_s);
  await sweepTryOns(system());
  assert.equal(await filesIn(`tryon/${id}/`), 0);
});

test('while storage is away nothing is forgotten; it is reported, tried again, and holds up nobody else', async () => {
  const who = await anonymousVisitor(house);
  const [first, second] = [await triedOn(who), await triedOn(who)];
  house.clock.pass(day_s);
  const { storage } = house.platform.systemCtx();
  const lame: Ctx['storage'] = {
    ...storage,
    deleteAll: (prefix, signal) => (prefix.includes(first.id) ? Promise.reject(new Error('away')) : storage.deleteAll(prefix, signal)),
  };
  await assert.rejects(sweep.run(system({ storage: lame }), {}), /1 try-ons or photos/);
  const rows = await Promise.all([first, second].map(({ id }) => findSession(house.ctx(), id)));
  assert.deepEqual(
    rows.map((row) => [row?.status, row?.person_id]),
    [
      ['completed', who.person_id],
      ['expired', null],
    ],
  );
  assert.match(await runCommand(house, 'sweep-tryons', []), /^Deleted 1 try-ons and 0 photos, .*Nothing is left over\.$/);
  assert.equal((await findSession(house.ctx(), first.id))?.status, 'expired');
});

test('more than are looked up at a time are all gone through, also behind those that cannot be deleted', async () => {
  const who = await anonymousVisitor(house);
  const photos: string[] = [];
  for (let count = 0; count < 5; count++) photos.push(await photographPerson(house, who));
  house.clock.pass(day_s);
  const { storage } = house.platform.systemCtx();
  const lame: Ctx['storage'] = {
    ...storage,
    deleteAll: (prefix, signal) =>
      photos.slice(0, 3).some((id) => prefix.includes(id)) ? Promise.reject(new Error('away')) : storage.deleteAll(prefix, signal),
  };
  assert.deepEqual(await sweepTryOns(system({ storage: lame }), { at_once: 2 }), { sessions: 0, photos: 2, forgotten: 0, left: 3 });
  assert.deepEqual(await Promise.all(photos.map((id) => filesIn(`tryon-photos/${id}/`))), [1, 1, 1, 0, 0]);
  assert.deepEqual(await sweepTryOns(system(), { at_once: 2 }), { sessions: 0, photos: 3, forgotten: 0, left: 0 });
});

test('a session whose job was lost is handed in again, and one that nobody made within a day ends', async () => {
  const who = await anonymousVisitor(house);
  const photo_id = await photographPerson(house, who);
  const { body } = await who.call<TryOnSession>('POST', '/v1/tryon/sessions', { photo_id, items: [await ownGarment(house, who)] });
  await house.platform.queue.boss.deleteQueuedJobs('tryon.render');
  const waiting = async (): Promise<number> => (await house.platform.queue.boss.findJobs('tryon.render', { queued: true })).length;
  assert.equal(await waiting(), 0);
  house.clock.pass(21 * 60);
  await sweepTryOns(system());
  assert.equal(await waiting(), 1);
  house.clock.pass(day_s);
  await sweepTryOns(system());
  assert.deepEqual(
    (await listTransitions(house.ctx(), body.session_id)).map(({ to_status }) => to_status),
    ['created', 'cancelled', 'expired'],
  );
});
