import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { findBrokenLink, recordAct } from './record-act.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

const record = (n: number) =>
  inTransaction(house.ctx(), (tx) => recordAct(tx, { action: 'test.done', subject: `thing:${n}`, detail: { b: n, a: 'x' } }));

test('acts recorded at the same moment form one whole chain', async () => {
  await Promise.all(Array.from({ length: 12 }, (_, n) => record(n)));
  assert.equal(await findBrokenLink(house.ctx()), null);
});

test('a changed entry, and a removed one, are found', async () => {
  const { pool } = house.platform.database;
  await pool.query(`update platform_audit set subject = 'thing:99' where seq = 3`);
  assert.equal(await findBrokenLink(house.ctx()), 3);
  await pool.query(
    `update platform_audit set subject = (select 'thing:' || (detail->>'b') from platform_audit where seq = 3) where seq = 3`,
  );
  assert.equal(await findBrokenLink(house.ctx()), null);
  await pool.query(`delete from platform_audit where seq = 5`);
  assert.equal(await findBrokenLink(house.ctx()), 5);
});

test('an end that was cut off is found, even when the head was cut with it', async () => {
  const other = await testHouse();
  const note = (n: number) => inTransaction(other.ctx(), (tx) => recordAct(tx, { action: 'test.done', subject: `thing:${n}` }));
  for (let n = 0; n < 4; n += 1) await note(n);
  const { pool } = other.platform.database;
  await pool.query('delete from platform_audit where seq > 2');
  assert.equal(await findBrokenLink(other.ctx()), 3);
  await pool.query('update platform_audit_head set seq = 2, hash = (select hash from platform_audit where seq = 2)');
  assert.equal(await findBrokenLink(other.ctx()), 3);
  await other.close();
});

test('what is rolled back is not in the log', async () => {
  const count = async () => (await house.platform.database.pool.query('select 1 from platform_audit')).rowCount;
  const before_count = await count();
  await assert.rejects(
    inTransaction(house.ctx(), async (tx) => {
      await recordAct(tx, { action: 'test.undone', subject: 'thing:1' });
      throw new Error('changed my mind');
    }),
    /changed my mind/,
  );
  assert.equal(await count(), before_count);
});
