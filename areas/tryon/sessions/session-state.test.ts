import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { try_on_states, type TryOnState } from '#contract/tryon.ts';
import { inTransaction } from '#platform/db/in-transaction.ts';
import { newId } from '#platform/ids/new-id.ts';
import { testHouse, type TestHouse } from '#platform/testing/test-house.ts';
import { findSession, insertSession, listTransitions, lockSession } from './session.store.ts';
import { newSession } from './new-session.ts';
import { moveSession } from './session-state.ts';

let house: TestHouse;
before(async () => {
  house = await testHouse();
});
after(() => house.close());

/** A session of nobody that stands somewhere. */
async function sessionAt(status: TryOnState): Promise<string> {
  const [id, now] = [newId(), house.clock.now().toISOString()];
  const expired_at = status === 'expired' ? now : null;
  const row = {
    ...newSession(house.ctx(), { person_id: '', items: [] }),
    id,
    status,
    person_id: null,
    items: null,
    expires_at: now,
    expired_at,
  };
  await insertSession(house.ctx(), row);
  return id;
}
const move = (id: string, to: TryOnState) =>
  inTransaction(house.ctx(), async (tx) =>
    moveSession(tx, (await lockSession(tx, id))!, { to, ...(to === 'expired' ? { expired_at: tx.clock.now().toISOString() } : {}) }),
  );

const allowed: Record<TryOnState, readonly TryOnState[]> = {
  created: ['processing', 'failed', 'cancelled'],
  processing: ['completed', 'failed', 'cancelled'],
  completed: ['expired'],
  failed: ['expired'],
  cancelled: ['expired'],
  expired: [],
};

for (const from of try_on_states)
  for (const to of try_on_states) {
    const is_allowed = allowed[from].includes(to);
    test(`a session ${is_allowed ? 'goes' : 'never goes'} from ${from} to ${to}`, async () => {
      const id = await sessionAt(from);
      if (is_allowed) await move(id, to);
      else await assert.rejects(move(id, to), /does not go/);
      assert.equal((await findSession(house.ctx(), id))!.status, is_allowed ? to : from);
      const steps = (await listTransitions(house.ctx(), id)).map(({ from_status, to_status }) => [from_status, to_status]);
      assert.deepEqual(steps, is_allowed ? [[from, to]] : []);
    });
  }
