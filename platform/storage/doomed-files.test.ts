import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids/new-id.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { deleteDoomedFiles, doomFiles } from './doomed-files.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

/** More than one look-up finds, with a file in the first and in the last. */
async function doomMany(): Promise<{ owner_id: string; first: string; last: string }> {
  const owner_id = newId();
  const prefixes = Array.from({ length: 1203 }, (_, n) => `doomed/${owner_id}/${String(n).padStart(4, '0')}/`);
  const [first, last] = [`${prefixes[0]!}original`, `${prefixes.at(-1)!}original`];
  for (const key of [first, last]) await house.ctx().storage.put(key, new Uint8Array(10));
  await inTransaction(house.ctx(), (tx) => doomFiles(tx, { prefixes, owner_id }));
  return { owner_id, first, last };
}

test('however many folders somebody had, all their files are gone before it is said that none is left', async () => {
  const { owner_id, last } = await doomMany();
  assert.deepEqual(await deleteDoomedFiles(house.ctx(), { owner_id }), { files: 2, left: 0 });
  assert.equal(await house.ctx().storage.get(last), undefined);
});

test('what cannot be deleted now is counted in full, not as far as one look-up sees', async () => {
  const { owner_id, first, last } = await doomMany();
  const { storage } = house.ctx();
  const away = { ...storage, deleteAll: () => Promise.reject(new Error('the disk is being swapped')) };
  assert.deepEqual(await deleteDoomedFiles({ ...house.ctx(), storage: away }, { owner_id }), { files: 0, left: 1203 });
  assert.ok(await storage.head(first), 'still there');
  await house.runJobs('platform.delete-doomed-files');
  assert.deepEqual([await storage.head(first), await storage.head(last)], [undefined, undefined]);
});

test('who deletes their own counts every file, also what the job for everybody deletes beside it or was faster with', async () => {
  const since = house.ctx().clock.now();
  const faster = await doomMany();
  await deleteDoomedFiles(house.ctx());
  assert.deepEqual(await deleteDoomedFiles(house.ctx(), { owner_id: faster.owner_id, since }), { files: 2, left: 0 });
  const beside = await doomMany();
  const [mine] = await Promise.all([deleteDoomedFiles(house.ctx(), { owner_id: beside.owner_id, since }), deleteDoomedFiles(house.ctx())]);
  assert.deepEqual(mine, { files: 2, left: 0 });
});

test('what went before somebody deleted is not counted as deleted then, and a folder that is doomed anew is emptied anew', async () => {
  const { owner_id, first } = await doomMany();
  await deleteDoomedFiles(house.ctx());
  house.clock.pass(1000);
  const since = house.ctx().clock.now();
  await house.ctx().storage.put(first, new Uint8Array(10));
  await inTransaction(house.ctx(), (tx) => doomFiles(tx, { prefixes: [first.replace('original', '')], owner_id }));
  assert.deepEqual(await deleteDoomedFiles(house.ctx(), { owner_id, since }), { files: 1, left: 0 });
  assert.equal(await house.ctx().storage.head(first), undefined);
});
