import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { anonymousVisitor } from '#platform/testing/test-visitor.ts';
import { RendererRefused } from '../renderer.ts';
import { OutsideRefused } from './outside-renderer.ts';
import { settleLeave, takeLeave } from './take-leave.ts';

let house: TestHouse;
let person_id: string;
before(async () => {
  house = await testHouse({ PAID_RENDERS_PER_MINUTE: '6', PAID_RENDERS_PER_PERSON_PER_DAY: '40', PAID_RENDERS_PER_DAY: '50' });
  ({ person_id } = await anonymousVisitor(house));
});
after(() => house.close());
beforeEach(async () => {
  await house.platform.database.pool.query('delete from tryon_outside_calls');
  await house.platform.database.pool.query('delete from tryon_outside_renderers');
});

const ask = (renderer = 'gemini', calls = 1) => takeLeave(house.platform.systemCtx(), { renderer, person_id, calls });
const askAndSettle = async (refusal: OutsideRefused | null, spent = refusal ? 0 : 1) =>
  settleLeave(house.platform.systemCtx(), await ask(), { refusal, spent });
const failed = () => new OutsideRefused('unavailable', 'answered 500');
const reasonOf = (error: unknown) => (error instanceof RendererRefused ? error.reason : String(error));
const refusedFor = (reason: string) => ({ name: 'RendererRefused', reason });

test('of many who ask at the same moment, exactly as many pass as a minute allows, for each renderer', async () => {
  const all = await Promise.allSettled(Array.from({ length: 12 }, () => ask()));
  assert.equal(all.filter(({ status }) => status === 'fulfilled').length, 6);
  for (const one of all) if (one.status === 'rejected') assert.equal(reasonOf(one.reason), 'rate_limited');
  await ask('fashn', 2);
  house.clock.pass(61);
  await ask();
  assert.equal((await house.platform.database.pool.query('select 1 from tryon_outside_calls')).rowCount, 8);
});

test('a look that costs more than is left of the day is not begun; the house has a budget too', async () => {
  const { pool } = house.platform.database;
  const used = (calls: number, whose: string | null) =>
    pool.query("insert into tryon_outside_calls values (gen_random_uuid(), 'gemini', $1, $2, true, $3)", [whose, calls, house.clock.now()]);
  await used(39, person_id);
  house.clock.pass(120);
  await assert.rejects(ask('fashn', 2), refusedFor('out_of_budget'));
  await ask('fashn', 1);
  await pool.query('delete from tryon_outside_calls');
  await used(50, null);
  await assert.rejects(ask(), refusedFor('out_of_budget'));
  house.clock.pass(24 * 3600);
  await ask();
});

test('five failures in a row, of whichever process, and a renderer is left alone with the reason; then one finds out', async () => {
  for (let time = 0; time < 4; time++) await askAndSettle(failed());
  await askAndSettle(null);
  house.clock.pass(61);
  for (let time = 0; time < 5; time++) {
    house.clock.pass(20);
    await askAndSettle(failed());
  }
  await assert.rejects(ask(), refusedFor('unavailable'));
  await ask('fashn');
  house.clock.pass(31);
  const all = await Promise.allSettled([ask(), ask(), ask()]);
  assert.equal(all.filter(({ status }) => status === 'fulfilled').length, 1);
  const [probe] = all.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  await settleLeave(house.platform.systemCtx(), probe!, { refusal: null, spent: 1 });
  await ask();
});

test('a key that is not taken, a model that is gone and an empty account are not tried at the next photo; each is told', async () => {
  for (const reason of ['not_allowed', 'retired', 'out_of_budget'] as const) {
    house.clock.pass(3600);
    await askAndSettle(new OutsideRefused(reason, 'no'));
    await assert.rejects(ask(), refusedFor(reason));
  }
});

test('Retry-After is obeyed by all; what is refused for its content says nothing of the renderer, and is paid for', async () => {
  await askAndSettle(new OutsideRefused('rate_limited', 'answered 429', { retry_after_s: 300 }));
  house.clock.pass(290);
  await assert.rejects(ask(), refusedFor('rate_limited'));
  house.clock.pass(11);
  for (let time = 0; time < 6; time++) {
    house.clock.pass(20);
    await askAndSettle(new OutsideRefused('content', 'IMAGE_SAFETY'), 1);
  }
  const { rows } = await house.platform.database.pool.query('select is_paid, count(*)::int from tryon_outside_calls group by 1 order by 1');
  assert.deepEqual(rows, [
    { is_paid: false, count: 1 },
    { is_paid: true, count: 6 },
  ]);
});

test('a call counts for as many pictures as were begun, whatever came of it; given up by us it teaches nothing', async () => {
  const { pool } = house.platform.database;
  const counted = async () =>
    (await pool.query<{ calls: number; is_paid: boolean }>('select calls, is_paid from tryon_outside_calls')).rows;
  for (const [spent, row] of [
    [0, { calls: 2, is_paid: false }],
    [1, { calls: 2, is_paid: true }],
    [3, { calls: 3, is_paid: true }],
  ] as const)
    for (const refusal of [null, failed(), undefined]) {
      await pool.query('delete from tryon_outside_calls');
      await settleLeave(house.platform.systemCtx(), await ask('fashn', 2), { refusal, spent });
      assert.deepEqual(await counted(), [row]);
    }
  await pool.query('delete from tryon_outside_renderers');
  await settleLeave(house.platform.systemCtx(), await ask('fashn'), { refusal: undefined, spent: 1 });
  assert.equal((await pool.query('select 1 from tryon_outside_renderers')).rowCount, 0);
});
