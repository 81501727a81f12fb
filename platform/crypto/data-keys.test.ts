import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AppError } from '#platform/errors/app-error.ts';
import { newId } from '#platform/ids/new-id.ts';
import { putSealed, readSealed } from '#platform/storage/sealed-files.ts';
import { buffer } from 'node:stream/consumers';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { destroyDataKeys, findDataKey, findDataKeyOf, makeDataKey, moveDataKeys } from './data-keys.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

const secret = Buffer.from('the photo of a person at home');

test('an owner keeps one key; the database holds it wrapped only', async () => {
  const [ctx, owner_id] = [house.ctx(), newId()];
  assert.equal(await findDataKeyOf(ctx, owner_id), undefined, 'nobody gets one unasked');
  const key = await makeDataKey(ctx, owner_id);
  assert.deepEqual(await makeDataKey(ctx, owner_id), key);
  assert.deepEqual(await findDataKeyOf(ctx, owner_id), key);
  const { rows } = await house.platform.database.pool.query<{ wrapped_key: Buffer }>('select wrapped_key from platform_data_keys');
  assert.ok(rows.every(({ wrapped_key }) => !wrapped_key.includes(key.secret)));
});

test('a file of an owner whose keys were destroyed is shut for good, though it still lies there', async () => {
  const [ctx, owner_id, storage_key] = [house.ctx(), newId(), 'sealed/one'];
  await putSealed(ctx, { storage_key, key: await makeDataKey(ctx, owner_id) }, secret);
  assert.deepEqual(await readSealed(ctx, storage_key), secret);
  const stored = await ctx.storage.get(storage_key);
  assert.ok(stored && !(await buffer(stored.content)).includes(secret));
  assert.equal(await destroyDataKeys(ctx, owner_id), 1);
  await assert.rejects(readSealed(ctx, storage_key), (error) => error instanceof AppError && error.code === 'platform.storage_damaged');
});

test('who takes over another’s files opens them, and goes on with a key of their own', async () => {
  const [ctx, stranger, owner] = [house.ctx(), newId(), newId()];
  const [strangers, own] = [await makeDataKey(ctx, stranger), await makeDataKey(ctx, owner)];
  await putSealed(ctx, { storage_key: 'sealed/two', key: strangers }, secret);
  await moveDataKeys(ctx, stranger, owner);
  assert.deepEqual(await readSealed(ctx, 'sealed/two'), secret);
  assert.ok([strangers.id, own.id].includes((await findDataKeyOf(ctx, owner))!.id));
  assert.equal(await destroyDataKeys(ctx, owner), 2);
  assert.equal(await findDataKey(ctx, strangers.id), undefined);
});
