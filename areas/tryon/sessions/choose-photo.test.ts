import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ErasureReceipt } from '#contract/people.ts';
import type { TryOnDraft } from '#contract/tryon.ts';
import type { Ctx } from '#platform/area/context.ts';
import { ownGarment, personJpeg } from '#platform/testing/dressed-visitor.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { anonymousVisitor, type Visitor } from '#platform/testing/test-visitor.ts';
import { sweepTryOns } from '../expiry/sweep.ts';
import { createSession } from './create-session.ts';

let house: TestHouse;
let photo: Blob;
before(async () => {
  house = await testHouse();
  photo = new Blob([new Uint8Array(await personJpeg())]);
});
after(() => house.close());

async function dressed(): Promise<{ who: Visitor; draft: TryOnDraft }> {
  const who = await anonymousVisitor(house);
  const items = [{ id: await ownGarment(house, who) }];
  return { who, draft: { photo, items, prefer_clean_item_images: true, view_options: {} } as TryOnDraft };
}
const asking = ({ person_id }: Visitor, change: Partial<Ctx>): Ctx => ({ ...house.ctx({ person_id, via: 'token' }), ...change });
const filesIn = async (): Promise<number> => (await house.ctx().storage.list('tryon-photos/')).objects.length;
const rows = async (table: string, where = 'true'): Promise<number> =>
  (await house.platform.database.pool.query(`select 1 from ${table} where ${where}`)).rowCount ?? 0;

/** A storage in which something happens as soon as the photo lies there. */
function putThen(act: () => Promise<unknown>): Ctx['storage'] {
  const { storage } = house.ctx();
  const put: Ctx['storage']['put'] = async (key, content, signal) => {
    const stored = await storage.put(key, content, signal);
    await act();
    return stored;
  };
  return { ...storage, put };
}

test('a photo that came along with a session that could not be made does not stay', async () => {
  const { who, draft } = await dressed();
  const storage = putThen(() => Promise.reject(new Error('the database went away')));
  await assert.rejects(createSession(asking(who, { storage }), draft, null), /went away/);
  assert.deepEqual([await filesIn(), await rows('tryon_sessions'), await rows('tryon_photos', 'person_id is not null')], [0, 0, 0]);
});

test('when its process ends in between, the photo that came along goes with its day', async () => {
  const { who, draft } = await dressed();
  // From the file on nothing that it does reaches the database any more.
  const storage = putThen(() => {
    Object.assign(dying, { db: undefined });
    return Promise.reject(new Error('the process ended here'));
  });
  const dying = asking(who, { storage });
  await assert.rejects(createSession(dying, draft, null), /ended here/);
  assert.deepEqual([await filesIn(), await rows('tryon_photos', "state = 'waiting'")], [1, 1]);
  house.clock.pass(24 * 3600 + 1);
  assert.equal((await sweepTryOns(house.platform.systemCtx())).photos, 1);
  assert.equal(await filesIn(), 0);
});

test('whoever deletes their photos while one that came along is looked at deletes that one too', async () => {
  const { who, draft } = await dressed();
  const { workers } = house.ctx();
  let receipt: ErasureReceipt | undefined;
  const run: Ctx['workers']['run'] = async (task, signal) => {
    receipt = (await who.call<ErasureReceipt>('DELETE', '/v1/me/photos')).body;
    return workers.run(task, signal);
  };
  const standing = asking(who, { workers: Object.assign(Object.create(workers), { run }) as Ctx['workers'] });
  await assert.rejects(createSession(standing, draft, null), { code: 'tryon.photo_expired' });
  assert.equal(receipt?.rows['tryon'], 1);
  assert.deepEqual([await filesIn(), await rows('tryon_sessions')], [0, 0]);
});

test('one photo stays of two that came along under the same key', async () => {
  const { who, draft } = await dressed();
  const [one, other] = await Promise.all([createSession(asking(who, {}), draft, 'twice'), createSession(asking(who, {}), draft, 'twice')]);
  assert.equal(one.session_id, other.session_id);
  assert.deepEqual([await filesIn(), await rows('tryon_photos', `person_id = '${who.person_id}'`)], [1, 1]);
});
